package io.integrationshub.local.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** Reads and checks request bodies; a violation answers 400 in the words of the family it belongs to. */
final class Bodies {

    /** How the single sign-on family names a broken rule. */
    private static final Map<String, String> TAGS =
            Map.of("minLength", "min", "format", "url", "const", "eq", "enum", "oneof");

    private static final Map<String, String> INITIALISMS = Map.of("url", "URL", "uris", "URIs", "id", "ID");

    private final CommerceOpenApi api;

    Bodies(CommerceOpenApi api) {
        this.api = api;
    }

    /** The {@code data} object, or a refusal such as {@code Validation failed: field 'Name' on the 'min' tag.} */
    JsonNode singleSignOn(Call call) {
        return data(call, Bodies::tagged);
    }

    /** The {@code data} object, or a refusal such as {@code The field 'prefix' is required.} */
    JsonNode mapping(Call call) {
        return data(call, Bodies::named);
    }

    static Refusal failed(String field, String tag) {
        return Refusal.badRequest("Validation failed: field '%s' on the '%s' tag.".formatted(field, tag));
    }

    private JsonNode data(Call call, Function<Violation, Refusal> wording) {
        if (!call.hasContentType("application/json")) {
            throw Refusal.badRequest("The Content-Type must be application/json");
        }
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(call.body());
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("The request body is not valid JSON");
        }
        var violations = api.validateRequest(call.method(), call.path(), call.body());
        if (!violations.isEmpty()) {
            throw wording.apply(violations.getFirst());
        }
        return body.path("data");
    }

    private static Refusal tagged(Violation violation) {
        return failed(goName(violation.field()), TAGS.getOrDefault(violation.keyword(), violation.keyword()));
    }

    private static Refusal named(Violation violation) {
        boolean missing =
                violation.keyword().equals("required") || violation.keyword().equals("body");
        var field = violation.member().isEmpty() ? "data" : violation.member();
        return Refusal.badRequest("The field '" + field + (missing ? "' is required." : "' is invalid."));
    }

    /** {@code /data/redirect_uris/0} becomes {@code RedirectURIs[0]}. */
    private static String goName(String pointer) {
        var name = new StringBuilder();
        for (var part :
                pointer.replaceFirst("^/data/", "").replaceFirst("^/", "").split("[_/]", -1)) {
            if (part.matches("\\d+")) {
                name.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                name.append(INITIALISMS.getOrDefault(part, Character.toUpperCase(part.charAt(0)) + part.substring(1)));
            }
        }
        return name.isEmpty() ? "Data" : name.toString();
    }
}
