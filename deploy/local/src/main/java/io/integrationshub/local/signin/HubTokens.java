package io.integrationshub.local.signin;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What the hub's tokens say. With client credentials the form parameters {@code client_id}, {@code store_id} and
 * {@code roles} (comma separated) become claims; the login page's claims are laid over these by the provider.
 */
record HubTokens(String issuerId) implements OAuth2TokenCallback {
    private static final String AUDIENCE = "integrations-hub";
    private static final Duration LIFETIME = Duration.ofHours(8);

    @Override
    public String subject(TokenRequest request) {
        return Optional.ofNullable(request.getClientID())
                .map(id -> id.getValue())
                .or(() -> Optional.ofNullable(request.getClientAuthentication())
                        .map(authentication -> authentication.getClientID().getValue()))
                .orElse("anonymous");
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("azp", subject(request));
        claims.put("preferred_username", subject(request));
        parameter(request, "store_id").ifPresent(store -> claims.put("store_id", store));
        parameter(request, "roles").ifPresent(roles -> claims.put("roles", split(roles)));
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    private static List<String> split(String roles) {
        return Arrays.stream(roles.split(",", -1))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private static Optional<String> parameter(TokenRequest request, String name) {
        return Optional.ofNullable(request.getCustomParameter(name))
                .flatMap(values -> values.stream().findFirst())
                .filter(value -> !value.isBlank());
    }
}
