package io.integrationshub.local.commerce;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v2/merchant-realm-mappings}: one per store; its prefix is unique over all stores, in any letter case. */
final class MappingEndpoints {

    private static final String COLLECTION = "/v2/merchant-realm-mappings";
    private static final String ONE = COLLECTION + "/{mapping_id}";
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]{2,24}");

    private final Records records;
    private final Realms realms;
    private final Bodies bodies;

    MappingEndpoints(Records records, Realms realms, Bodies bodies) {
        this.records = records;
        this.realms = realms;
        this.bodies = bodies;
    }

    List<Route> routes() {
        return List.of(
                Route.bearer("GET", COLLECTION, call -> reply(realms.mappingOf(Realms.storeOf(call)))),
                Route.bearer("GET", ONE, call -> reply(records.read(ledger -> named(ledger, call)))),
                Route.bearer("PUT", ONE, this::update));
    }

    private Reply update(Call call) {
        var prefix = bodies.mapping(call).path("prefix").asText();
        if (prefix.isEmpty()) {
            throw Refusal.badRequest("The field 'prefix' is required.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw Refusal.badRequest("The field 'prefix' must have 2 to 24 alphanumeric characters.");
        }
        return reply(records.write(ledger -> {
            var mapping = named(ledger, call);
            boolean taken = ledger.mappings().values().stream()
                    .filter(other -> !other.id().equals(mapping.id()))
                    .anyMatch(other -> prefix.equalsIgnoreCase(other.prefix()));
            if (taken) {
                throw Refusal.conflict("the prefix is already in use");
            }
            var changed = mapping.withPrefix(prefix);
            ledger.mappings().put(changed.id(), changed);
            return changed;
        }));
    }

    private static MerchantRealmMapping named(Ledger ledger, Call call) {
        return Optional.ofNullable(ledger.mappings().get(call.variable("mapping_id")))
                .filter(mapping -> mapping.storeId().equals(call.principal().scopeId()))
                .orElseThrow(() -> Refusal.notFound("merchant realm mapping not found"));
    }

    private static Reply reply(MerchantRealmMapping mapping) {
        var data = Json.object()
                .put("id", mapping.id())
                .put("prefix", mapping.prefix())
                .put("realm_id", mapping.realmId())
                .put("store_id", mapping.storeId())
                .put("type", "merchant-realm-mappings");
        return Reply.json(200, Json.object().set("data", data));
    }
}
