package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Checks bodies against the published OpenAPI files of Elastic Path Commerce (authentication, single sign-on, merchant realm
 * mappings) with their known defects corrected (see {@link SpecCorrections}). Thread-safe.
 */
public final class CommerceOpenApi {

    /** The general guide to errors allows these on every operation, whether its own file lists them or not. */
    private static final Set<Integer> GENERAL_ERRORS = Set.of(400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504);

    /** The guide to pagination allows these on every list, whether its own file names them or not. */
    private static final Set<String> PAGING = Set.of("page[limit]", "page[offset]");

    private static final Set<String> JSON = Set.of("application/json");

    private static final List<String> FILES =
            List.of("authentication.yaml", "merchant-realm-mappings.yaml", "single-sign-on.yaml", "supplement.yaml");

    private final List<OpenApiOperation> operations;

    private CommerceOpenApi(List<OpenApiOperation> operations) {
        this.operations = operations;
    }

    /** Reads the files from the class path. Takes a moment; keep the result. */
    public static CommerceOpenApi load() {
        var yaml = new YAMLMapper();
        var operations = new ArrayList<OpenApiOperation>();
        for (var file : FILES) {
            try (var in = CommerceOpenApi.class.getResourceAsStream("openapi/" + file)) {
                var document = (ObjectNode) yaml.readTree(in);
                SpecCorrections.apply(document);
                operations.addAll(OpenApiOperation.of(document));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return new CommerceOpenApi(List.copyOf(operations));
    }

    /**
     * Checks a request body.
     *
     * @param path the real path, with ids; a query or a scheme and host in front are ignored
     * @param json the body; null or empty for none. For the token call the form's fields as a JSON object
     * @return what is wrong; empty when the body is right
     */
    public List<Violation> validateRequest(String method, String path, String json) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of(new Violation("", "operation", "no operation " + method + " " + withoutQuery(path)));
        }
        return check(operation.get().request(), json);
    }

    /**
     * Checks a response body.
     *
     * @param path as in {@link #validateRequest}
     * @param json the body; null or empty for none
     * @return what is wrong, also when the operation documents no such status; empty when the response is right
     */
    public List<Violation> validateResponse(String method, String path, int status, String json) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of(new Violation("", "operation", "no operation " + method + " " + withoutQuery(path)));
        }
        var documented = operation.get().responses().get(status);
        if (documented != null) {
            return check(documented, json);
        }
        return GENERAL_ERRORS.contains(status)
                ? check(operation.get().error(), json)
                : List.of(new Violation("", "status", "status " + status + " is not documented"));
    }

    /** A whole request: its body, its media type and its query. */
    List<Violation> checkRequest(
            String method, String path, Map<String, String> query, String contentType, String body) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return validateRequest(method, path, body);
        }
        var violations = new ArrayList<Violation>();
        boolean form = contentType.equals("application/x-www-form-urlencoded");
        violations.addAll(check(operation.get().request(), form ? fields(body) : body));
        violations.addAll(media(operation.get().requestTypes(), contentType, body));
        operation.get().query().forEach((name, required) -> {
            if (required && query.getOrDefault(name, "").isEmpty()) {
                violations.add(new Violation(name, "parameter", "a required query parameter is missing"));
            }
        });
        query.keySet().stream()
                .filter(name -> !operation.get().query().containsKey(name) && !PAGING.contains(name))
                .forEach(name ->
                        violations.add(new Violation(name, "parameter", "no such query parameter is documented")));
        return violations;
    }

    /** A whole answer: its body and its media type. */
    List<Violation> checkResponse(String method, String path, int status, String contentType, String body) {
        var violations = new ArrayList<>(validateResponse(method, path, status, body));
        if (!body.isBlank()) {
            violations.addAll(media(JSON, contentType, body));
        }
        return violations;
    }

    private static List<Violation> media(Set<String> documented, String contentType, String body) {
        return body.isBlank() || documented.contains(contentType)
                ? List.of()
                : List.of(new Violation("", "mediaType", "'" + contentType + "' is not one of " + documented));
    }

    private static String fields(String form) {
        var object = Json.object();
        Call.form(form).forEach(object::put);
        return object.toString();
    }

    private Optional<OpenApiOperation> operation(String method, String path) {
        return operations.stream()
                .filter(candidate -> candidate.method().equals(method))
                .filter(candidate -> candidate.path().match(withoutQuery(path)).isPresent())
                .findFirst();
    }

    private static String withoutQuery(String path) {
        return path.startsWith("/") ? path.split("\\?", 2)[0] : URI.create(path).getRawPath();
    }

    private static List<Violation> check(Optional<Schema> schema, String json) {
        boolean empty = json == null || json.isBlank();
        if (schema.isEmpty()) {
            return empty ? List.of() : List.of(new Violation("", "body", "no body is documented here"));
        }
        if (empty) {
            return List.of(new Violation("", "body", "a body is required"));
        }
        try {
            return schema.get().validate(json, InputFormat.JSON).stream()
                    .map(CommerceOpenApi::violation)
                    .distinct()
                    .toList();
        } catch (JacksonException e) {
            return List.of(new Violation("", "json", "the body is not JSON"));
        }
    }

    private static Violation violation(Error error) {
        var place = error.getInstanceLocation().toString();
        var field = error.getProperty() == null ? place : place + "/" + error.getProperty();
        return new Violation(field, error.getKeyword(), error.getMessage());
    }
}
