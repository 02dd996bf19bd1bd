package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins sign-ins as a browser does and follows them as far as the login page; nothing is entered there. Only hosts of Commerce and
 * of the identity providers that the operator allows are ever called, each redirect is looked at anew. Changes nothing and needs no
 * key. Methods that build an address throw {@link CommerceException} when there is none.
 */
public interface SignInWalks {

    /**
     * Where a shopper's sign-in starts: Commerce's authorization endpoint (Elastic Path OpenAPI: {@code GET
     * /oidc-idp/login/stores/{storeId}/authentication-realms/{realmId}}) with a fresh state and PKCE challenge.
     *
     * @param clientId of the realm's settings, {@code customers} for shoppers
     * @param redirectUri one of the realm's redirect URIs
     */
    String throughCommerce(String authorizationEndpoint, String clientId, String redirectUri);

    /**
     * Where Commerce would send the browser: the provider's authorization endpoint, as its discovery document names it.
     *
     * @param callbackEndpoint of the OIDC profile
     */
    String atProvider(String discoveryUrl, String clientId, String callbackEndpoint);

    /** The login page of the Commerce Manager that belongs to a Token URL; null when that is not known. */
    @Nullable
    String commerceManager(String tokenUrl);

    /** Goes on from an address until a login page, or what stands in its way. Whatever happens is an answer. */
    Walk follow(String address);

    /**
     * How far a sign-in came.
     *
     * @param hops in their order
     * @param failure why there was no login page; null when there was one
     */
    record Walk(List<Hop> hops, @Nullable Failure failure) {
        public Walk {
            hops = List.copyOf(hops);
        }
    }

    /**
     * One address on the way.
     *
     * @param address without its query, which holds codes
     * @param status 0 when there was no answer
     */
    record Hop(String address, int status) {}
}
