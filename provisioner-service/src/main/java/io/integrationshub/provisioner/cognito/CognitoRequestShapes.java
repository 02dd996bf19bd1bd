package io.integrationshub.provisioner.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.Json;
import io.integrationshub.provisioner.application.RequestShapes;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.TemplateKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests of Cognito's service model of 2016-04-18, as of August 2026. */
@Singleton
class CognitoRequestShapes implements RequestShapes {
    private final Map<String, Map<String, Shape>> operations = new LinkedHashMap<>();

    CognitoRequestShapes() {
        try (InputStream file = CognitoRequestShapes.class.getResourceAsStream("request-shapes.json")) {
            JsonNode model = Json.mapper().readTree(file);
            model.properties()
                    .forEach(operation -> operations.put(operation.getKey(), Shape.members(operation.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException("request-shapes.json cannot be read", e);
        }
    }

    @Override
    public List<Violation> violations(TemplateKind kind, Document body) {
        Map<String, Shape> members = new LinkedHashMap<>(operations.get(kind.operation()));
        if (kind == TemplateKind.UPDATE_USER_POOL_CLIENT) {
            // The documented default does not say it; the hub does.
            members.put("ClientId", optional(members.get("ClientId")));
        }
        if (kind == TemplateKind.UPDATE_USER_POOL) {
            // Not part of an update, but a template that repeats what the pool has does no harm; see CreateOnlyMembers.
            operations.get(TemplateKind.CREATE_USER_POOL.operation()).forEach(members::putIfAbsent);
        }
        List<Violation> violations = new ArrayList<>();
        Shape.check(members, "", body.members(), violations);
        return violations;
    }

    private static Shape optional(Shape shape) {
        return new Shape(
                shape.type(),
                false,
                shape.min(),
                shape.max(),
                shape.pattern(),
                shape.values(),
                shape.members(),
                shape.item());
    }
}
