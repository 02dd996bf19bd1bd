package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses at which sign-ins begin. State and PKCE challenge are fresh each time; nobody ever redeems the code. */
final class SignInLinks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCOPE = "openid email profile";
    private static final Pattern API_HOST = Pattern.compile("([a-z0-9-]+)\\.api\\.(elasticpath\\.com)");

    private SignInLinks() {}

    static String throughCommerce(String authorizationEndpoint, String clientId, String redirectUri) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("scope", SCOPE);
        query.put("state", random());
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge(random()));
        return with(authorizationEndpoint, query);
    }

    static String atProvider(JsonNode discovery, String clientId, String callbackEndpoint) {
        String endpoint = discovery.path("authorization_endpoint").asText("");
        if (endpoint.isEmpty()) {
            throw SignInTroubles.noDiscovery("no authorization_endpoint; the domain may not be active yet");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", callbackEndpoint);
        query.put("response_type", "code");
        query.put("scope", SCOPE);
        query.put("state", random());
        return with(endpoint, query);
    }

    static @Nullable String commerceManager(String apiHost) {
        Matcher api = API_HOST.matcher(apiHost);
        return api.matches() ? "https://" + api.group(1) + ".cm." + api.group(2) + "/" : null;
    }

    /** What comes from outside and is no address leads nowhere. */
    static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw SignInTroubles.notAllowed();
        }
    }

    private static String with(String address, Map<String, String> query) {
        String added = query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return address + (address.contains("?") ? "&" : "?") + added;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
