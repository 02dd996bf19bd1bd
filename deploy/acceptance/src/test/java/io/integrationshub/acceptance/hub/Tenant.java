package io.integrationshub.acceptance.hub;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer of the hub, with everything that is typed into the wizard; no two share anything. */
public record Tenant(
        String store,
        String accountId,
        String accessKeyId,
        String secretAccessKey,
        String clientId,
        String clientSecret,
        String tokenUrl,
        String domainPrefix,
        String merchantPrefix) {
    public static final String REGION = "eu-west-1";
    public static final List<String> CALLBACKS =
            List.of("https://shop.example.com/callback", "http://localhost:3000/callback");

    private static final AtomicInteger COUNT = new AtomicInteger();

    static Tenant of(String name, URI commerce) {
        int number = COUNT.incrementAndGet();
        return new Tenant(
                "store-" + name,
                "%012d".formatted(900_000_000_000L + number),
                "AKIAACCEPTANCE%06d".formatted(number),
                Markers.awsSecret(),
                "acceptance-client-" + number,
                Markers.commerceSecret(),
                commerce.resolve("/oauth/access_token").toString(),
                "acceptance-" + number,
                "acceptance" + number);
    }

    public List<String> secrets() {
        return List.of(secretAccessKey, clientSecret);
    }

    /** Page name to body, in the order of the wizard, templates left at their defaults. */
    public Map<String, Object> pages() {
        Map<String, Object> pages = new LinkedHashMap<>();
        pages.put("configuration", configuration(secretAccessKey, clientSecret));
        pages.put("buyer-organization", buyerOrganization(CALLBACKS));
        pages.put("merchant-organization", Map.of("enabled", true, "prefix", merchantPrefix));
        pages.put("templates", Map.of());
        return pages;
    }

    /** The page with other secrets than the right ones. */
    public Map<String, Object> configuration(Object awsSecret, Object commerceSecret) {
        return Map.of(
                "commerce", Map.of("clientId", clientId, "clientSecret", commerceSecret, "tokenUrl", tokenUrl),
                "aws", Map.of("accessKeyId", accessKeyId, "secretAccessKey", awsSecret, "region", REGION),
                "userPool", Map.of("name", "EPCC", "domainPrefix", domainPrefix, "oidcProfileName", "Cognito"));
    }

    public Map<String, Object> buyerOrganization(List<String> callbacks) {
        return Map.of("enabled", true, "callbackUrls", callbacks);
    }
}
