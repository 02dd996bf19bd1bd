package io.integrationshub.config.domain;

import java.util.Locale;

/** The pages of the wizard, in its order. */
public enum PageName {
    CONFIGURATION,
    BUYER_ORGANIZATION,
    MERCHANT_ORGANIZATION,
    TEMPLATES;

    /** As in paths: {@code buyer-organization}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
