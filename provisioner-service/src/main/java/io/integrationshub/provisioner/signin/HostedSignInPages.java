package io.integrationshub.provisioner.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Json;
import io.integrationshub.provisioner.application.SignInPages;
import io.integrationshub.provisioner.domain.PoolUrls;
import io.integrationshub.provisioner.domain.ProvisioningException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Begins sign-ins at the pool's own pages. Right after a change they may not be there yet (a new domain takes up to a minute), so
 * what is not as it should be is looked at again for a while.
 */
@Singleton
class HostedSignInPages implements SignInPages {
    private static final int MOST_REDIRECTS = 5;

    private final PageReader reader = new PageReader();

    @Override
    public URI authorizationEndpoint(PoolUrls urls) {
        URI address = URI.create(urls.discoveryUrl());
        PageReader.Page page = reader.read(address);
        if (page.status() != 200) {
            throw notReady(
                    "DISCOVERY_UNAVAILABLE", "The OpenID configuration of the user pool answered " + page.seen());
        }
        JsonNode document = json(page);
        if (!urls.issuer().equals(document.path("issuer").asText())) {
            throw notReady(
                    "ISSUER_MISMATCH",
                    "The OpenID configuration of the user pool names another issuer than " + urls.issuer());
        }
        return Optional.of(document.path("authorization_endpoint").asText())
                .flatMap(HostedSignInPages::uri)
                .filter(uri -> address.getScheme().equals(uri.getScheme()) && uri.getHost() != null)
                .orElseThrow(() -> notReady(
                        "NO_AUTHORIZATION_ENDPOINT",
                        "The OpenID configuration of the user pool has no usable authorization endpoint; its domain may not"
                                + " be active yet"));
    }

    @Override
    public void requireLoginPage(URI authorizationEndpoint, String clientId, String redirectUri) {
        URI address = URI.create(authorizationEndpoint + "?" + query(clientId, redirectUri));
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            PageReader.Page page = reader.read(address);
            if (!page.isRedirect()) {
                requireLogin(page, redirectUri);
                return;
            }
            URI next = page.location()
                    .flatMap(HostedSignInPages::uri)
                    .map(address::resolve)
                    .orElseThrow(() -> noLogin(redirectUri, "a redirect to nowhere"));
            if (!sameHost(address, next)) {
                throw noLogin(redirectUri, "a redirect to another host, " + next.getHost());
            }
            address = next;
        }
        throw noLogin(redirectUri, "more than " + MOST_REDIRECTS + " redirects");
    }

    private static void requireLogin(PageReader.Page page, String redirectUri) {
        boolean html = page.contentType().toLowerCase(Locale.ROOT).startsWith("text/html");
        boolean error =
                page.address().getPath().endsWith("/error") || page.body().contains("Login pages unavailable");
        if (page.status() != 200 || !html || error) {
            throw noLogin(redirectUri, page.seen());
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equals(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static String query(String clientId, String redirectUri) {
        return Map.of(
                        "client_id", clientId,
                        "response_type", "code",
                        "scope", "openid email profile",
                        "redirect_uri", redirectUri,
                        "state", "integrations-hub-check")
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(PageReader.Page page) {
        try {
            return Json.mapper().readTree(page.body());
        } catch (JsonProcessingException e) {
            throw notReady("DISCOVERY_UNAVAILABLE", "The OpenID configuration of the user pool is no JSON");
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProvisioningException noLogin(String redirectUri, String seen) {
        return notReady(
                "NO_LOGIN_PAGE",
                "A sign-in that returns to " + redirectUri + " should show a login page, but showed " + seen);
    }

    private static ProvisioningException notReady(String code, String message) {
        return ProvisioningException.hub(
                ErrorClass.TRANSIENT,
                code,
                message + ". It is looked at again; when that lasts, check domain and app client in the AWS console",
                "sign-in-check");
    }
}
