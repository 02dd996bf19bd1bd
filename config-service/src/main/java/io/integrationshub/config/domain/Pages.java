package io.integrationshub.config.domain;

import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Templates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of the wizard: each page as it was last stored, or null when it never was.
 *
 * @param definition version of the integration definition they belong to
 */
public record Pages(
        String definition,
        @Nullable ConfigurationPage configuration,
        @Nullable BuyerOrganization buyer,
        @Nullable MerchantOrganization merchant,
        @Nullable Templates templates) {

    private static final String FIRST_DEFINITION = "1";

    public Pages {
        // Rows that are older than the second definition do not name theirs.
        definition = definition == null ? FIRST_DEFINITION : definition;
    }

    /** Nothing filled in yet. */
    public static Pages empty(String definition) {
        return new Pages(definition, null, null, null, null);
    }

    /** The same pages for another version of the definition. */
    public Pages ofDefinition(String version) {
        return new Pages(version, configuration, buyer, merchant, templates);
    }

    /** The same with the keys of other pages, where both have them: keys that were replaced since are not brought back. */
    public Pages withKeysOf(Pages other) {
        boolean both = configuration != null && other.configuration() != null;
        return both ? with(configuration.withKeysOf(other.configuration())) : this;
    }

    public Pages with(ConfigurationPage page) {
        return new Pages(definition, page, buyer, merchant, templates);
    }

    public Pages with(BuyerOrganization page) {
        return new Pages(definition, configuration, page, merchant, templates);
    }

    public Pages with(MerchantOrganization page) {
        return new Pages(definition, configuration, buyer, page, templates);
    }

    public Pages with(Templates page) {
        return new Pages(definition, configuration, buyer, merchant, page);
    }

    /** What is still to be filled in; empty when the draft can be finished. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (configuration == null) {
            gaps.add(new Gap(PageName.CONFIGURATION, "REQUIRED", "Fill in the page Configuration."));
        }
        if (!enabled(buyer) && !enabled(merchant)) {
            String detail = "Enable the Buyer Organization, the Merchant Organization or both.";
            gaps.add(new Gap(PageName.BUYER_ORGANIZATION, "NO_ORGANIZATION_ENABLED", detail));
            gaps.add(new Gap(PageName.MERCHANT_ORGANIZATION, "NO_ORGANIZATION_ENABLED", detail));
        }
        return gaps;
    }

    /** The same with every page there: one that was never opened stands at its default. */
    public Pages completed() {
        return new Pages(
                definition,
                configuration,
                buyer == null ? new BuyerOrganization(false, List.of()) : buyer,
                merchant == null ? new MerchantOrganization(false, null, false) : merchant,
                templates == null ? Templates.DEFAULTS : templates);
    }

    /** What is wanted, for those who bring it about. Values of an organization that is switched off stay on its page. */
    public IntegrationSpec spec() {
        if (!gaps().isEmpty()) {
            throw new IllegalStateException("Pages with gaps have no spec");
        }
        return new IntegrationSpec(
                definition,
                configuration.commerce(),
                configuration.aws(),
                configuration.userPool(),
                enabled(buyer) ? buyer : new BuyerOrganization(false, List.of()),
                enabled(merchant) ? merchant : new MerchantOrganization(false, null, false),
                templates == null ? Templates.DEFAULTS : templates,
                configuration.drift(),
                configuration.automaticRetry());
    }

    private static boolean enabled(@Nullable BuyerOrganization page) {
        return page != null && page.enabled();
    }

    private static boolean enabled(@Nullable MerchantOrganization page) {
        return page != null && page.enabled();
    }
}
