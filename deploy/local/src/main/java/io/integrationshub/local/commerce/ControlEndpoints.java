package io.integrationshub.local.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /_control}: what the real Commerce does not have. Described at {@link CommerceStandIn}. */
final class ControlEndpoints {

    static final String ROOT = "/_control";

    private final Faults faults;
    private final RequestLog requests;
    private final Conformance conformance;
    private final Records records;
    private final Stores stores;

    ControlEndpoints(Faults faults, RequestLog requests, Conformance conformance, Records records, Stores stores) {
        this.faults = faults;
        this.requests = requests;
        this.conformance = conformance;
        this.records = records;
        this.stores = stores;
    }

    List<Route> routes() {
        return List.of(
                Route.open("POST", ROOT + "/faults", this::addFault),
                Route.open("GET", ROOT + "/faults", call -> listFaults()),
                Route.open("DELETE", ROOT + "/faults", call -> done(faults::clear)),
                Route.open("GET", ROOT + "/requests", this::listRequests),
                Route.open("DELETE", ROOT + "/requests", call -> done(requests::clear)),
                Route.open("GET", ROOT + "/conformance", call -> Reply.json(200, toJson(conformance))),
                Route.open("POST", ROOT + "/stores", this::addStore),
                Route.open("GET", ROOT + "/state", call -> state()),
                Route.open("DELETE", ROOT + "/state", call -> done(records::reset)));
    }

    private Reply addFault(Call call) {
        var body = body(call);
        try {
            var fault = new Fault(
                    Optional.ofNullable(body.path("method").asText(null)),
                    Pattern.compile(body.path("pathPattern").asText(".*")),
                    Fault.Kind.valueOf(
                            body.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                    body.path("times").asInt(1),
                    Duration.ofMillis(body.path("delayMs").asLong(0)));
            faults.add(fault);
            return Reply.json(201, toJson(fault));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(e.getMessage());
        }
    }

    private Reply listFaults() {
        var list = Json.MAPPER.createArrayNode();
        faults.pending().forEach(fault -> list.add(toJson(fault)));
        return Reply.json(200, list);
    }

    private static ObjectNode toJson(Fault fault) {
        return Json.object()
                .put("method", fault.method().orElse(null))
                .put("pathPattern", fault.path().pattern())
                .put("kind", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("times", fault.times())
                .put("delayMs", fault.delay().toMillis());
    }

    private Reply listRequests(Call call) {
        try {
            long since = Long.parseLong(call.query().getOrDefault("since", "0"));
            var store = call.query().get("store");
            return Reply.json(
                    200,
                    Json.MAPPER.valueToTree(requests.since(since).stream()
                            .filter(entry -> store == null || entry.store().equals(store))
                            .toList()));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("since must be a number");
        }
    }

    static ObjectNode toJson(Conformance conformance) {
        var json = Json.object().put("exchanges", conformance.exchanges());
        var violations = json.putArray("violations");
        conformance.violations().forEach(violations::add);
        return json;
    }

    private Reply addStore(Call call) {
        var body = body(call);
        for (var field : List.of("name", "clientId", "clientSecret")) {
            if (body.path(field).asText().isEmpty()) {
                throw Refusal.badRequest("The field '" + field + "' is required.");
            }
        }
        try {
            var store = stores.add(
                    body.path("name").asText(),
                    body.path("clientId").asText(),
                    body.path("clientSecret").asText());
            return Reply.json(201, Json.MAPPER.valueToTree(store));
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict(e.getMessage());
        }
    }

    /** Everything but the tokens, of which only the number; digests of secrets are masked as well. */
    private Reply state() {
        ObjectNode state = records.read(ledger -> Json.MAPPER.valueToTree(ledger));
        state.put("tokens", state.path("tokens").size());
        state.path("keys").forEach(key -> ((ObjectNode) key).put("secret", "****"));
        state.path("profiles").forEach(profile -> ((ObjectNode) profile).put("clientSecret", "****"));
        return Reply.json(200, state);
    }

    private static Reply done(Runnable work) {
        work.run();
        return Reply.noContent();
    }

    private static JsonNode body(Call call) {
        try {
            return Json.MAPPER.readTree(call.body());
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("The request body is not valid JSON");
        }
    }
}
