package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** What a test or a demo tells the stand-in, and asks it; the paths are listed at {@link CognitoStandIn}. */
final class ControlPages {
    private static final Set<String> FAULT_MEMBERS = Set.of("operation", "kind", "times", "delayMs");
    private static final Set<String> RATE_MEMBERS = Set.of("share", "burstMs");

    private final State state;
    private final Faults faults;
    private final RequestLog requests;
    private final RateLimits rates;

    ControlPages(State state, Faults faults, RequestLog requests, RateLimits rates) {
        this.state = state;
        this.faults = faults;
        this.requests = requests;
        this.rates = rates;
    }

    HttpReply page(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String asked = exchange.getRequestMethod() + " " + uri.getPath().substring("/_control/".length());
        try {
            return switch (asked) {
                case "GET faults" -> HttpReply.json(200, waitingFaults());
                case "POST faults" -> {
                    faults.add(fault(body(exchange)));
                    yield HttpReply.json(201, waitingFaults());
                }
                case "DELETE faults" -> {
                    faults.clear();
                    yield HttpReply.json(200, waitingFaults());
                }
                case "GET requests" -> HttpReply.json(200, requests(uri));
                case "DELETE requests" -> {
                    requests.clear();
                    yield HttpReply.json(200, requests(uri));
                }
                case "GET state" -> HttpReply.json(200, state.masked());
                case "DELETE state" -> {
                    state.clear();
                    yield HttpReply.json(200, state.masked());
                }
                case "GET rate-limits" -> HttpReply.json(200, rateLimits());
                case "PUT rate-limits" -> {
                    rates.enforce(rule(body(exchange)));
                    yield HttpReply.json(200, rateLimits());
                }
                case "DELETE rate-limits" -> {
                    rates.off();
                    yield HttpReply.json(200, rateLimits());
                }
                case "POST accounts" -> addAccount(Account.of(body(exchange)));
                default -> problem(404, "unknown control request " + asked);
            };
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage());
        }
    }

    private HttpReply addAccount(Account account) {
        state.write(store -> {
            store.add(account);
            return account;
        });
        return HttpReply.json(201, account.toJson().put("secretAccessKey", "***"));
    }

    private static Fault fault(ObjectNode json) {
        requireKnown(json, FAULT_MEMBERS);
        require(
                json.path("times").isMissingNode() || json.path("times").canConvertToInt(),
                "times must be a whole number");
        require(
                json.path("delayMs").isMissingNode() || json.path("delayMs").canConvertToLong(),
                "delayMs must be a whole number");
        return new Fault(
                json.path("operation").asText(Fault.ANY),
                Fault.Kind.of(json.path("kind").asText()),
                json.path("times").asInt(1),
                Duration.ofMillis(json.path("delayMs").asLong(0)));
    }

    private static RateLimits.Rule rule(ObjectNode json) {
        requireKnown(json, RATE_MEMBERS);
        require(json.path("share").isMissingNode() || json.path("share").isNumber(), "share must be a number");
        require(
                json.path("burstMs").isMissingNode() || json.path("burstMs").canConvertToLong(),
                "burstMs must be a whole number");
        return new RateLimits.Rule(
                json.path("share").asDouble(RateLimits.Rule.DOCUMENTED.share()),
                json.path("burstMs").asLong(RateLimits.Rule.DOCUMENTED.burstMs()));
    }

    private ObjectNode rateLimits() {
        ObjectNode json = Json.object();
        rates.rule().ifPresent(rule -> json.put("share", rule.share()).put("burstMs", rule.burstMs()));
        ArrayNode list = json.putArray("usage");
        rates.usage()
                .forEach(used -> list.addObject()
                        .put("account", used.account())
                        .put("region", used.region())
                        .put("category", used.category())
                        .put("perSecond", used.perSecond())
                        .put("allowed", used.allowed())
                        .put("throttled", used.throttled()));
        return json;
    }

    private static void requireKnown(ObjectNode json, Set<String> members) {
        json.fieldNames().forEachRemaining(name -> require(members.contains(name), "unknown member " + name));
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    private ObjectNode waitingFaults() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("faults");
        faults.waiting()
                .forEach(fault -> list.addObject()
                        .put("operation", fault.operation())
                        .put("kind", fault.kind().label())
                        .put("times", fault.times())
                        .put("delayMs", fault.delay().toMillis()));
        return json;
    }

    private ObjectNode requests(URI uri) {
        long since = Long.parseLong(Form.parse(uri.getRawQuery()).getOrDefault("since", "0"));
        ObjectNode json = Json.object().put("last", requests.last());
        ArrayNode list = json.putArray("requests");
        requests.since(since)
                .forEach(entry -> list.addObject()
                        .put("sequence", entry.sequence())
                        .put("time", entry.time().toString())
                        .put("operation", entry.operation())
                        .put(
                                "category",
                                RateCategory.of(entry.operation())
                                        .map(RateCategory::label)
                                        .orElse(""))
                        .put("write", entry.write())
                        .put("account", entry.account())
                        .put("region", entry.region())
                        .put("outcome", entry.outcome())
                        .put("requestId", entry.requestId())
                        .put("traceId", entry.traceId()));
        return json;
    }

    private static ObjectNode body(HttpExchange exchange) {
        try {
            return Json.read(exchange.getRequestBody().readAllBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
    }

    private static HttpReply problem(int status, String message) {
        return HttpReply.json(status, Json.object().put("error", message));
    }
}
