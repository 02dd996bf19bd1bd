package io.integrationshub.config.web;

import io.integrationshub.contracts.Failure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one button that helps after a failure. */
public enum Way {
    /** The keys, the names of the pool, the region. */
    CONFIGURATION("Open Configuration", Step.CONFIGURATION),
    BUYER_ORGANIZATION("Open Buyer Organization", Step.BUYER_ORGANIZATION),
    MERCHANT_ORGANIZATION("Open Merchant Organization", Step.MERCHANT_ORGANIZATION),
    TEMPLATES("Open Templates", Step.TEMPLATES),
    /** The configuration is right: once what is said is done, the same will work. */
    RETRY("Retry", null);

    private static final Set<String> PREFIX = Set.of("PREFIX_TAKEN", "PREFIX_DIFFERS");
    private static final Set<String> STOREFRONT = Set.of("NO_STOREFRONT_URL", "REDIRECT_URI_UNKNOWN");
    private static final String CLOCK = "hub-clock";

    private final String label;

    @Nullable
    private final Step step;

    Way(String label, @Nullable Step step) {
        this.label = label;
        this.step = step;
    }

    /** As on the button. */
    public String label() {
        return label;
    }

    /** Of the wizard; null where the wizard does not help. */
    public @Nullable Step step() {
        return step;
    }

    /** Out of this failure. */
    static Way of(Failure failure) {
        if (failure.remedyId().startsWith("template")) {
            return TEMPLATES;
        }
        if (PREFIX.contains(failure.code())) {
            return MERCHANT_ORGANIZATION;
        }
        if (STOREFRONT.contains(failure.code())) {
            return BUYER_ORGANIZATION;
        }
        return switch (failure.errorClass()) {
            case CREDENTIALS -> failure.remedyId().equals(CLOCK) ? RETRY : CONFIGURATION;
            case INPUT, CONFLICT -> CONFIGURATION;
            case TRANSIENT, THROTTLED, PERMISSION, DRIFT, UNKNOWN_OUTCOME, INTERNAL -> RETRY;
        };
    }
}
