package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.WiredRealm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where Cognito may send a browser back to after a sign-in. */
public final class CallbackUrls {
    private CallbackUrls() {}

    /** The callback endpoint of each wired realm, and the storefront URLs while the Buyer realm is enabled. */
    public static List<String> wanted(List<WiredRealm> realms, BuyerOrganization buyer) {
        Set<String> urls = new LinkedHashSet<>();
        realms.forEach(realm -> urls.add(realm.callbackEndpoint()));
        if (buyer.enabled()) {
            urls.addAll(buyer.callbackUrls());
        }
        return List.copyOf(urls);
    }

    /**
     * What the app client is to have: what is wanted, and whatever others put there. Those that we put there before and that are
     * no longer wanted go, so that a storefront that was removed from the configuration cannot receive a code any more.
     */
    static List<String> merged(List<String> present, List<String> ours, List<String> wanted) {
        Set<String> urls = new LinkedHashSet<>(present);
        ours.forEach(urls::remove);
        urls.addAll(wanted);
        return List.copyOf(urls);
    }
}
