package io.integrationshub.contracts;

import java.util.List;

/**
 * Sign-in of shoppers (the Buyer realm).
 *
 * @param callbackUrls storefront URLs that may start a sign-in, at most five
 */
public record BuyerOrganization(boolean enabled, List<String> callbackUrls) {
    public BuyerOrganization {
        callbackUrls = callbackUrls == null ? List.of() : List.copyOf(callbackUrls);
    }
}
