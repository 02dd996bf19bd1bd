package io.integrationshub.config.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Writes the errors into the OpenAPI document that follow from what an operation takes, the same words for the same error. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorsInTheDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    @Override
    public Operation filterOperation(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        Map<Integer, String> errors = new TreeMap<>();
        errors.put(401, "UNAUTHENTICATED: no token, or not a good one");
        errors.put(403, "FORBIDDEN: the token's roles do not allow this, or it names no store");
        if (parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)) {
            errors.put(404, "NOT_FOUND: not there, or another store's");
        }
        if (parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.QUERY)) {
            errors.put(400, "BAD_PARAMETER: a parameter that cannot be understood");
        }
        if (has(parameters, HttpHeaders.IF_MATCH)) {
            errors.put(412, "VERSION_MISMATCH: somebody else was faster");
        }
        if (has(parameters, Idempotent.HEADER)) {
            errors.put(422, "INVALID: values that are wrong, each with its pointer; IDEMPOTENCY_KEY_REUSED");
        }
        if (has(parameters, Idempotent.HEADER) && errors.containsKey(404)) {
            errors.put(409, "Not possible now: the code says why, the detail what to do first");
        }
        if (operation.getRequestBody() != null) {
            errors.put(400, "MALFORMED_JSON, WRONG_TYPE or UNKNOWN_MEMBER, with its pointer; BAD_PARAMETER");
            errors.put(413, "BODY_TOO_LARGE: more than 512 KiB");
            errors.put(415, "UNSUPPORTED_MEDIA_TYPE: send application/json");
            errors.put(422, "INVALID: values that are wrong, each with its pointer; IDEMPOTENCY_KEY_REUSED");
        }
        errors.forEach((status, description) -> {
            if (operation.getResponses().getAPIResponse(status.toString()) == null
                    || operation
                                    .getResponses()
                                    .getAPIResponse(status.toString())
                                    .getContent()
                            == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status.toString(),
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        MEDIA_TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref(PROBLEM)))));
            }
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components.addSchema(PROBLEM, problem()));
    }

    private static Schema problem() {
        Schema fieldError = object("One wrong value.")
                .addProperty("pointer", text("JSON pointer into the body"))
                .addProperty("code", text("The machine's word"))
                .addProperty("detail", text("What is wrong and what would be right"));
        return object("RFC 9457 problem details: code is for machines, detail says what to do.")
                .addProperty("type", text("A URI, about:blank where there is none"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("title", text("The kind of problem"))
                .addProperty("detail", text("What to do about it"))
                .addProperty("code", text("The machine's word"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(fieldError));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static boolean has(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(each -> name.equals(each.getName()));
    }
}
