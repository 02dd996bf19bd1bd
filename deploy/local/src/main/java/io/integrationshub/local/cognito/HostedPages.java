package io.integrationshub.local.cognito;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages under a pool's domain: authorize, login and error. Nobody can sign in here; the pages show whether the
 * sign-in path of a client is open, and refuse where Cognito refuses.
 */
final class HostedPages {
    private record Site(Domain domain, UserPool pool) {}

    private final State state;

    HostedPages(State state) {
        this.state = state;
    }

    HttpReply page(String prefix, String path, URI uri, Instant now) {
        Map<String, String> query = Form.parse(uri.getRawQuery());
        Optional<HttpReply> reply =
                state.read(store -> site(store, prefix, query, now).map(site -> switch (path) {
                    case "oauth2/authorize" -> authorize(site, query, uri);
                    case "login" -> login(site, query);
                    case "error" -> error(query);
                    default -> HttpReply.html(404, "Not found", "<h1>Not found</h1>");
                }));
        return reply.orElseGet(() -> HttpReply.html(404, "No such domain", "<h1>No active domain of this name</h1>"));
    }

    /** The same prefix may exist in several regions; the one whose pool has the client is meant. */
    private static Optional<Site> site(Store store, String prefix, Map<String, String> query, Instant now) {
        List<Site> sites = store.domains(now).stream()
                .filter(domain -> domain.name().equals(prefix) && domain.active(now))
                .map(domain -> new Site(domain, store.pool(domain.userPoolId()).orElseThrow()))
                .toList();
        return sites.stream()
                .filter(site -> site.pool().clients().has(query.getOrDefault("client_id", "")))
                .findFirst()
                .or(() -> sites.stream().findFirst());
    }

    private static HttpReply authorize(Site site, Map<String, String> query, URI uri) {
        return switch (AuthorizeRequest.decide(site.pool(), query)) {
            case AuthorizeRequest.Accepted accepted ->
                HttpReply.redirect("/_domain/" + site.domain().name() + "/login?" + uri.getRawQuery());
            case AuthorizeRequest.Refused refused -> refuse(site, refused);
            case AuthorizeRequest.SentBack back -> HttpReply.redirect(back.location());
        };
    }

    private static HttpReply login(Site site, Map<String, String> query) {
        return switch (AuthorizeRequest.decide(site.pool(), query)) {
            case AuthorizeRequest.Accepted accepted -> loginPage(site, query);
            case AuthorizeRequest.Refused refused -> refuse(site, refused);
            case AuthorizeRequest.SentBack back -> HttpReply.redirect(back.location());
        };
    }

    /** Managed login serves nothing for a client until a branding style of it exists. */
    private static HttpReply loginPage(Site site, Map<String, String> query) {
        boolean styled = site.pool().brandings().has(query.getOrDefault("client_id", ""));
        if (site.domain().managedLoginVersion() == 2 && !styled) {
            return HttpReply.html(
                    403,
                    "Login pages unavailable",
                    "<h1>Login pages unavailable</h1><p>Please contact an administrator.</p>");
        }
        return HttpReply.html(
                200,
                "Signin",
                "<h1>Sign in</h1><form method=\"post\" name=\"cognitoSignInForm\">"
                        + "<label>Username <input name=\"username\" type=\"text\"></label>"
                        + "<label>Password <input name=\"password\" type=\"password\"></label>"
                        + "<input name=\"signInSubmitButton\" type=\"submit\" value=\"Sign in\"></form>");
    }

    private static HttpReply refuse(Site site, AuthorizeRequest.Refused refused) {
        return HttpReply.redirect("/_domain/" + site.domain().name() + "/error?error=" + Form.encode(refused.error())
                + "&client_id=" + Form.encode(refused.clientId()));
    }

    private static HttpReply error(Map<String, String> query) {
        return HttpReply.html(
                400,
                "Error",
                "<h1>An error was encountered with the requested page.</h1><p>"
                        + Form.escape(query.getOrDefault("error", "")) + "</p>");
    }
}
