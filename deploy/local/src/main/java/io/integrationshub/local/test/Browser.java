package io.integrationshub.local.test;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A person's browser, without a screen or scripts: cookies, redirects and forms. */
public final class Browser {
    private static final String ACCEPT = "text/html,*/*;q=0.8";

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Browser(URI base) {
        this.base = base;
    }

    /** Opens the start page, is sent to the sign-in provider, signs in and is sent back. */
    public static Browser signedIn(URI base, String user, String store, String role) {
        Browser browser = new Browser(base);
        HttpResponse<String> login = browser.send(HttpRequest.newBuilder(base.resolve("/")));
        String claims =
                "{\"store_id\":\"%s\",\"roles\":[\"%s\"],\"preferred_username\":\"%s\"}".formatted(store, role, user);
        browser.send(form(login.uri(), Map.of("username", user, "claims", claims)));
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", ACCEPT));
    }

    /** Sends a form of the hub's own page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "same-origin");
    }

    /**
     * Sends a form.
     *
     * @param site where the browser says that it comes from, header Sec-Fetch-Site
     */
    public HttpResponse<String> post(String path, Map<String, String> fields, String site) {
        return send(form(base.resolve(path), fields).header("Sec-Fetch-Site", site));
    }

    private static HttpRequest.Builder form(URI uri, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri)
                .header("Accept", ACCEPT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
