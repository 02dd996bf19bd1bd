package io.integrationshub.local.commerce;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The addresses a browser goes to: the start of a sign-in, the way back from the provider, the realm's own discovery. */
final class BrowserEndpoints {

    static final String PROFILE_ID = "elasticpath_commerce_cloud_profile_id";
    private static final String REALM = "/stores/{storeId}/authentication-realms/{realmId}";
    private static final List<String> FORWARDED = List.of("prompt", "display", "ui_locales");

    private final Records records;
    private final Realms realms;
    private final Links links;
    private final Discovery discovery;

    BrowserEndpoints(Records records, Realms realms, Links links, Discovery discovery) {
        this.records = records;
        this.realms = realms;
        this.links = links;
        this.discovery = discovery;
    }

    List<Route> routes() {
        return List.of(
                Route.open("GET", "/oidc-idp/login" + REALM, this::login),
                Route.open("GET", "/oidc-idp/callback" + REALM + "/oidc-profiles/{profileId}", this::callback),
                Route.open("GET", "/oidc-idp" + REALM + "/.well-known/openid-configuration", this::configuration));
    }

    private Reply login(Call call) {
        var realm = realms.atBrowserPath(call);
        if (realm.isEmpty()) {
            return invalid("realmId", call.variable("realmId"));
        }
        // Until client and redirect address are known to be right, nothing may be sent to that address.
        var query = call.query();
        if (!clientIds(realm.get().kind()).contains(query.getOrDefault("client_id", ""))
                && (realm.get().kind() != RealmKind.MERCHANT || !query.containsKey("client_id"))) {
            return invalid("client_id", query.getOrDefault("client_id", ""));
        }
        var redirectUri = query.getOrDefault("redirect_uri", "");
        if (!realm.get().redirectUris().contains(redirectUri)) {
            return invalid("redirect_uri", redirectUri);
        }
        var problem = LoginProblem.of(query);
        if (problem.isPresent()) {
            return backToCaller(redirectUri, query, problem.get());
        }
        return profile(realm.get(), query.get(PROFILE_ID))
                .map(profile -> toProvider(call, realm.get(), profile))
                .orElseGet(() -> backToCaller(
                        redirectUri, query, new LoginProblem("invalid_request", PROFILE_ID + " is unknown")));
    }

    /** Merchant sign-ins start at Commerce Manager, whose client id is not documented: there any is accepted. */
    private static Set<String> clientIds(RealmKind kind) {
        return switch (kind) {
            case BUYER -> Set.of("customers");
            case ACCOUNT -> Set.of("account-management");
            case MERCHANT -> Set.of();
        };
    }

    private Reply toProvider(Call call, Realm realm, OidcProfile profile) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", profile.clientId());
        parameters.put("redirect_uri", links.callbackEndpoint(realm, profile.id()));
        parameters.put("response_type", "code");
        parameters.put("scope", call.query().get("scope"));
        parameters.put("state", UUID.randomUUID().toString());
        FORWARDED.stream()
                .filter(call.query()::containsKey)
                .forEach(name -> parameters.put(name, call.query().get(name)));
        try {
            return Reply.redirect(
                    303, with(discovery.fetch(profile.discoveryUrl()).authorizationEndpoint(), parameters));
        } catch (Refusal e) {
            return backToCaller(
                    call.query().get("redirect_uri"),
                    call.query(),
                    new LoginProblem("server_error", "the identity provider cannot be reached"));
        }
    }

    private static Reply backToCaller(String redirectUri, Map<String, String> query, LoginProblem problem) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", problem.error());
        parameters.put("error_description", problem.description());
        Optional.ofNullable(query.get("state")).ifPresent(state -> parameters.put("state", state));
        return Reply.redirect(307, with(redirectUri, parameters));
    }

    private static Reply invalid(String field, String value) {
        var description = "The field [%s] with value [%s] is invalid.".formatted(field, value);
        return Reply.json(
                400,
                Json.object()
                        .put("error", "invalid_request")
                        .put("errorDescription", description)
                        .put("error_description", description));
    }

    /** Shows that the provider sent the browser to the right place; the stand-in does not redeem the code. */
    private Reply callback(Call call) {
        var profile = realms.atBrowserPath(call).flatMap(realm -> profile(realm, call.variable("profileId")));
        if (profile.isEmpty()) {
            return Reply.html(404, "<!doctype html><title>Not found</title><h1>No such profile</h1>");
        }
        boolean signedIn = call.query().containsKey("code");
        return Reply.html(
                signedIn ? 200 : 400,
                "<!doctype html><title>Commerce</title><h1>"
                        + (signedIn ? "The provider sent an authorization code" : "The provider sent no code")
                        + "</h1>");
    }

    private Reply configuration(Call call) {
        var realm = realms.atBrowserPath(call).orElseThrow(() -> Refusal.notFound("Resource not found"));
        var json = Json.object()
                .put("issuer", links.issuer(realm))
                .put("authorization_endpoint", links.authorizationEndpoint(realm))
                .put("token_endpoint", links.tokenEndpoint(realm))
                .put("jwks_uri", links.keys())
                .put("token_endpoint_auth_methods_supported", "client_secret_basic");
        json.putArray("response_types_supported").add("code");
        json.putArray("subject_types_supported").add("public");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("scopes_supported").add("profile").add("openid").add("email");
        return Reply.json(200, json);
    }

    private Optional<OidcProfile> profile(Realm realm, String profileId) {
        return records.read(ledger -> Optional.ofNullable(ledger.profiles().get(profileId)))
                .filter(profile -> profile.realmId().equals(realm.id()));
    }

    private static URI with(String address, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }
}
