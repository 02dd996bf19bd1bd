package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * An error answer in the documented shape. {@code status} is text in the families that have an OpenAPI file and a number in
 * what the general guide shows (invalid bearer, 403, write conflict, 429), as at the real service.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(int status, ObjectNode error) {
        super(error.path("title").asText(), null, false, false);
        var body = Json.object();
        body.putArray("errors").add(error);
        this.reply = Reply.json(status, body);
    }

    Reply reply() {
        return reply;
    }

    static Refusal badRequest() {
        return text(400, "Bad Request");
    }

    static Refusal badRequest(String detail) {
        return text(400, "Bad Request", detail);
    }

    /** Wrong client id or secret, or no bearer at all. */
    static Refusal unauthorized() {
        return text(401, "Unauthorized");
    }

    static Refusal invalidToken() {
        return number(401, "Unable to validate access token");
    }

    static Refusal forbidden() {
        return number(403, "Forbidden");
    }

    static Refusal notFound(String detail) {
        return text(404, "Not Found", detail);
    }

    static Refusal conflict(String detail) {
        return text(409, "Conflict", detail);
    }

    static Refusal writeConflict() {
        return number(409, "Write conflict detected");
    }

    static Refusal unprocessable(String detail) {
        return text(422, "Unprocessable Entity", detail);
    }

    static Refusal tooManyRequests() {
        return number(429, "Too Many Requests");
    }

    static Refusal internalError() {
        var error = Json.object().put("title", "Internal Server Error").put("status", "500");
        error.put("detail", "there was a problem processing your request");
        return new Refusal(500, error.put("request_id", UUID.randomUUID().toString()));
    }

    private static Refusal text(int status, String title) {
        return new Refusal(status, Json.object().put("title", title).put("status", String.valueOf(status)));
    }

    private static Refusal text(int status, String title, String detail) {
        return new Refusal(
                status,
                Json.object()
                        .put("title", title)
                        .put("status", String.valueOf(status))
                        .put("detail", detail));
    }

    private static Refusal number(int status, String title) {
        return new Refusal(status, Json.object().put("status", status).put("title", title));
    }
}
