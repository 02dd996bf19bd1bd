package io.integrationshub.sso.commerce;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.egress.AddressRange;
import io.integrationshub.sso.application.CommerceException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides who may be called: an origin of the allow-list, and only at addresses where such an origin can be. The addresses that
 * were checked are the ones that are then connected to, so a name that answers differently the next time gains nothing.
 */
final class EgressGuard {
    private static final String REMEDY = "commerce-token-url";

    private final Map<String, Origin> allowed;
    private final List<OriginPattern> providers;
    private final Names names;

    /**
     * @throws IllegalArgumentException when an origin of the list is none, which stops the service at its start
     */
    EgressGuard(List<String> allowedOrigins, List<String> signInOrigins, Names names) {
        this.allowed = allowedOrigins.stream()
                .map(EgressGuard::origin)
                .collect(Collectors.toUnmodifiableMap(Origin::text, Function.identity(), (one, same) -> one));
        this.providers = signInOrigins.stream().map(OriginPattern::of).toList();
        this.names = names;
    }

    /** The origin of a token URL. */
    Origin originOf(String tokenUrl) {
        return switch (TokenUrl.parse(tokenUrl)) {
            case TokenUrl.Refused refused -> throw refusal("TOKEN_URL_" + refused.code(), refused.detail());
            case TokenUrl.Parsed parsed -> {
                Origin origin = allowed.get(parsed.origin());
                if (origin == null) {
                    throw refusal(
                            "ORIGIN_NOT_ALLOWED",
                            "The Token URL leads to a host that this hub may not call. Use the Token URL of your Commerce"
                                    + " region, or ask the operator of the hub to allow it.");
                }
                yield origin;
            }
        };
    }

    /**
     * The origin of an address that a sign-in leads to: Commerce, or an identity provider of the other list.
     *
     * @throws CommerceException for every other address
     */
    Origin originOnTheWay(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (host.isEmpty() || address.getRawUserInfo() != null || !(plain || scheme.equals("https"))) {
            throw SignInTroubles.notAllowed();
        }
        int port = address.getPort() == -1 ? (plain ? 80 : 443) : address.getPort();
        String text = scheme + "://" + host + (port == (plain ? 80 : 443) ? "" : ":" + port);
        if (allowed.containsKey(text)) {
            return allowed.get(text);
        }
        if (providers.stream().noneMatch(provider -> provider.covers(text))) {
            throw SignInTroubles.notAllowed();
        }
        return new Origin(text, host, port, plain);
    }

    /** True for an origin of Commerce, false for one of an identity provider. */
    boolean isCommerce(Origin origin) {
        return allowed.containsKey(origin.text());
    }

    /**
     * The addresses to connect to, each of them checked; if one is not allowed none is used.
     *
     * @throws UnknownHostException when the name has no address now
     */
    List<InetAddress> addressesOf(Origin origin) throws UnknownHostException {
        List<InetAddress> addresses = names.addressesOf(origin.host());
        if (addresses.isEmpty()) {
            throw new UnknownHostException(origin.host());
        }
        boolean fine = addresses.stream()
                .allMatch(address ->
                        origin.onThisMachine() ? address.isLoopbackAddress() : AddressRange.isPublic(address));
        if (!fine) {
            throw refusal("ADDRESS_NOT_PUBLIC", "The host leads to an address that is not on the public internet.");
        }
        return addresses;
    }

    private static Origin origin(String text) {
        if (!(TokenUrl.parse(text) instanceof TokenUrl.Parsed parsed)
                || !parsed.origin().equals(text)) {
            throw new IllegalArgumentException("hub.commerce.allowed-origins: not an origin: " + text);
        }
        URI uri = URI.create(text);
        boolean plain = uri.getScheme().equals("http");
        int port = uri.getPort() == -1 ? (plain ? 80 : 443) : uri.getPort();
        return new Origin(text, uri.getHost(), port, plain);
    }

    private static CommerceException refusal(String code, String message) {
        return new CommerceException(
                new Failure(ErrorClass.INPUT, code, "hub", message, REMEDY, null),
                CommerceException.Outcome.NOT_DONE,
                0,
                null);
    }
}
