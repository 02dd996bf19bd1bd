package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The requests of the operations the stand-in knows, as Cognito's service model (2016-04-18) describes them. */
final class RequestShapes {
    /** One operation: the members of its request and the errors it may answer with. */
    record OperationShape(Map<String, Shape> members, Set<String> errors) {}

    private final Map<String, OperationShape> operations;

    private RequestShapes(Map<String, OperationShape> operations) {
        this.operations = operations;
    }

    static RequestShapes load() {
        try (InputStream in = RequestShapes.class.getResourceAsStream("request-shapes.json")) {
            Map<String, OperationShape> operations = new LinkedHashMap<>();
            Json.read(in.readAllBytes()).properties().forEach(operation -> {
                JsonNode shape = operation.getValue();
                operations.put(
                        operation.getKey(),
                        new OperationShape(
                                Shape.members(shape.path("members")), Set.copyOf(Json.texts(shape, "errors"))));
            });
            return new RequestShapes(operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<OperationShape> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    Set<String> names() {
        return operations.keySet();
    }

    /**
     * Checks a request against its shape; JSON nulls count as absent, as AWS treats them.
     *
     * @throws AwsError SerializationException for wrong types and unknown members, else InvalidParameterException that
     *     names every violated constraint
     */
    void check(String operation, ObjectNode input) {
        Map<String, Shape> members = operations.get(operation).members();
        Wire.check(members, input);
        List<String> violations = Constraints.violations(members, input);
        if (!violations.isEmpty()) {
            throw AwsError.invalidParameter(violations.size()
                    + (violations.size() == 1 ? " validation error" : " validation errors") + " detected: "
                    + String.join("; ", violations));
        }
    }
}
