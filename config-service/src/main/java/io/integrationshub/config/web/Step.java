package io.integrationshub.config.web;

import io.integrationshub.config.domain.PageName;
import io.integrationshub.config.domain.Pages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of the wizard, with the words that the product documentation uses. */
public enum Step {
    TRIGGER_DETAILS("Trigger details", null),
    CONFIGURATION("Configuration", PageName.CONFIGURATION),
    BUYER_ORGANIZATION("Buyer Organization", PageName.BUYER_ORGANIZATION),
    MERCHANT_ORGANIZATION("Merchant Organization", PageName.MERCHANT_ORGANIZATION),
    TEMPLATES("Templates", PageName.TEMPLATES),
    PLAN("Plan", null),
    FINISH("Finish", null);

    private final String title;

    @Nullable
    private final PageName page;

    Step(String title, @Nullable PageName page) {
        this.title = title;
        this.page = page;
    }

    public String title() {
        return title;
    }

    public int number() {
        return ordinal() + 1;
    }

    /** The page of the draft that is filled in here; null where nothing is. */
    @Nullable
    PageName page() {
        return page;
    }

    /** True when there is something to fill in here, and it was stored. */
    boolean stored(Pages pages) {
        return switch (this) {
            case CONFIGURATION -> pages.configuration() != null;
            case BUYER_ORGANIZATION -> pages.buyer() != null;
            case MERCHANT_ORGANIZATION -> pages.merchant() != null;
            case TEMPLATES -> pages.templates() != null;
            case TRIGGER_DETAILS, PLAN, FINISH -> false;
        };
    }

    /** True when what is filled in here is the same in both. */
    boolean same(Pages one, Pages other) {
        return switch (this) {
            case CONFIGURATION -> Objects.equals(one.configuration(), other.configuration());
            case BUYER_ORGANIZATION -> Objects.equals(one.buyer(), other.buyer());
            case MERCHANT_ORGANIZATION -> Objects.equals(one.merchant(), other.merchant());
            case TEMPLATES -> Objects.equals(one.templates(), other.templates());
            case TRIGGER_DETAILS, PLAN, FINISH -> true;
        };
    }

    /** As in addresses: {@code buyer-organization}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Step next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    Step previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    static Optional<Step> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    static Step of(PageName page) {
        return Arrays.stream(values())
                .filter(step -> step.page == page)
                .findFirst()
                .orElseThrow();
    }
}
