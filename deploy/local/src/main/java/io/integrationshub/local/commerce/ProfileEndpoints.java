package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /v2/authentication-realms/{realmId}/oidc-profiles}. Strict where the documentation is silent: two profiles of one
 * realm cannot have the same name (422).
 */
final class ProfileEndpoints {

    private static final String COLLECTION = "/v2/authentication-realms/{realmId}/oidc-profiles";
    private static final String ONE = COLLECTION + "/{profileId}";

    private final Records records;
    private final Realms realms;
    private final Bodies bodies;
    private final Links links;
    private final Discovery discovery;
    private final Clock clock;

    ProfileEndpoints(Records records, Realms realms, Bodies bodies, Links links, Discovery discovery, Clock clock) {
        this.records = records;
        this.realms = realms;
        this.bodies = bodies;
        this.links = links;
        this.discovery = discovery;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.bearer("GET", COLLECTION, this::list),
                Route.bearer("POST", COLLECTION, this::create),
                Route.bearer("GET", ONE, this::get),
                Route.bearer("PUT", ONE, this::update),
                Route.bearer("DELETE", ONE, this::delete));
    }

    private Reply list(Call call) {
        var realm = realms.named(call);
        var all = records.read(ledger -> ledger.profiles().values().stream()
                .filter(profile -> profile.realmId().equals(realm.id()))
                .toList());
        return Reply.json(200, Page.of(call).reply(all, profile -> item(realm, profile), links.profiles(realm.id())));
    }

    private Reply create(Call call) {
        var realm = realms.named(call);
        var data = bodies.singleSignOn(call);
        var id = UUID.randomUUID().toString();
        var now = clock.instant();
        return reply(201, realm, store(realm, profile(data, id, realm, now, now)));
    }

    private Reply get(Call call) {
        var realm = realms.named(call);
        return reply(200, realm, records.read(ledger -> named(ledger, realm, call)));
    }

    private Reply update(Call call) {
        var realm = realms.named(call);
        var data = bodies.singleSignOn(call);
        var old = records.read(ledger -> named(ledger, realm, call));
        return reply(200, realm, store(realm, profile(data, old.id(), realm, old.createdAt(), clock.instant())));
    }

    private Reply delete(Call call) {
        var realm = realms.named(call);
        return records.write(ledger -> {
            ledger.profiles().remove(named(ledger, realm, call).id());
            return Reply.noContent();
        });
    }

    private OidcProfile profile(JsonNode data, String id, Realm realm, Instant createdAt, Instant updatedAt) {
        var name = data.path("name").asText();
        records.read(ledger -> requireFreeName(ledger, realm, id, name));
        var discoveryUrl = data.path("discovery_url").asText();
        return new OidcProfile(
                id,
                realm.id(),
                name,
                discoveryUrl,
                data.path("client_id").asText(),
                SecretDigest.of(data.path("client_secret").asText()),
                discovery.fetch(discoveryUrl).issuer(),
                createdAt,
                updatedAt);
    }

    /** The name is checked again: another profile may have taken it while the discovery document was fetched. */
    private OidcProfile store(Realm realm, OidcProfile profile) {
        return records.write(ledger -> {
            requireFreeName(ledger, realm, profile.id(), profile.name());
            ledger.profiles().put(profile.id(), profile);
            return profile;
        });
    }

    private static boolean requireFreeName(Ledger ledger, Realm realm, String id, String name) {
        boolean taken = ledger.profiles().values().stream()
                .filter(other ->
                        other.realmId().equals(realm.id()) && !other.id().equals(id))
                .anyMatch(other -> other.name().equals(name));
        if (taken) {
            throw Refusal.unprocessable("Constraint violation");
        }
        return true;
    }

    private static OidcProfile named(Ledger ledger, Realm realm, Call call) {
        return Optional.ofNullable(ledger.profiles().get(call.variable("profileId")))
                .filter(profile -> profile.realmId().equals(realm.id()))
                .orElseThrow(() -> Refusal.notFound("Resource not found"));
    }

    private Reply reply(int status, Realm realm, OidcProfile profile) {
        var reply = Json.object();
        reply.set("data", toJson(profile));
        reply.set("links", links.of(realm, profile));
        return Reply.json(status, reply);
    }

    private JsonNode item(Realm realm, OidcProfile profile) {
        return toJson(profile).set("links", links.of(realm, profile));
    }

    private static ObjectNode toJson(OidcProfile profile) {
        var json = Json.object()
                .put("id", profile.id())
                .put("type", "oidc-profile")
                .put("name", profile.name())
                .put("client_id", profile.clientId())
                .put("discovery_url", profile.discoveryUrl());
        json.putObject("meta")
                .put("issuer", profile.issuer())
                .put("created_at", profile.createdAt().toString())
                .put("updated_at", profile.updatedAt().toString());
        return json;
    }
}
