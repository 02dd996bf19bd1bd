package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

/** {@code /v2/authentication-realms}: read and update; realms are neither created nor deleted by a caller. */
final class RealmEndpoints {

    private static final String COLLECTION = "/v2/authentication-realms";
    private static final String ONE = COLLECTION + "/{realmId}";

    private final Records records;
    private final Realms realms;
    private final Bodies bodies;
    private final Links links;
    private final Clock clock;

    RealmEndpoints(Records records, Realms realms, Bodies bodies, Links links, Clock clock) {
        this.records = records;
        this.realms = realms;
        this.bodies = bodies;
        this.links = links;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.bearer("GET", COLLECTION, this::list),
                Route.bearer("GET", ONE, call -> reply(realms.named(call))),
                Route.bearer("PUT", ONE, this::update));
    }

    private Reply list(Call call) {
        var all = realms.of(Realms.storeOf(call));
        return Reply.json(200, Page.of(call).reply(all, this::item, links.realms()));
    }

    /** Fields that are not sent stay; an array that is sent replaces the old one. */
    private Reply update(Call call) {
        var data = bodies.singleSignOn(call);
        var sentUris = StreamSupport.stream(data.path("redirect_uris").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        for (int i = 0; i < sentUris.size(); i++) {
            if (!RedirectUris.allowed(sentUris.get(i))) {
                throw Bodies.failed("RedirectURIs[" + i + "]", "url");
            }
        }
        return reply(records.write(ledger -> {
            var realm = realms.named(call);
            var changed = realm.changed(
                    data.path("name").asText(),
                    data.has("redirect_uris") ? sentUris : realm.redirectUris(),
                    data.path("duplicate_email_policy").asText(realm.duplicateEmailPolicy()),
                    clock.instant());
            ledger.realms().put(changed.id(), changed);
            return changed;
        }));
    }

    private Reply reply(Realm realm) {
        var reply = Json.object();
        reply.set("data", toJson(realm));
        reply.putObject("links").put("self", links.realm(realm.id()));
        return Reply.json(200, reply);
    }

    private JsonNode item(Realm realm) {
        var item = toJson(realm);
        item.putObject("links").put("self", links.realm(realm.id()));
        return item;
    }

    private static ObjectNode toJson(Realm realm) {
        var json = Json.object()
                .put("id", realm.id())
                .put("type", "authentication-realm")
                .put("name", realm.name())
                .put("duplicate_email_policy", realm.duplicateEmailPolicy());
        var uris = json.putArray("redirect_uris");
        realm.redirectUris().forEach(uris::add);
        json.putObject("relationships")
                .putObject("origin")
                .putObject("data")
                .put("id", realm.originId())
                .put("type", realm.kind().originType());
        json.putObject("meta")
                .put("created_at", realm.createdAt().toString())
                .put("updated_at", realm.updatedAt().toString());
        return json;
    }
}
