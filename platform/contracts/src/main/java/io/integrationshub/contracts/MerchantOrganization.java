package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Sign-in of staff to Commerce Manager (the Merchant realm).
 *
 * @param prefix what staff type on the login page of Commerce Manager; null when not enabled
 * @param replacePrefix the admin agreed that a different prefix set in Commerce is replaced
 */
public record MerchantOrganization(
        boolean enabled, @Nullable String prefix, boolean replacePrefix) {}
