package io.integrationshub.runtime.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors of the REST edge as RFC 9457 problem details: every one has a machine code, and a sentence with the remedy. */
public final class Problems {
    private static final int UNPROCESSABLE_CONTENT = 422;

    private Problems() {}

    /**
     * One wrong value.
     *
     * @param pointer JSON pointer into the request body, for example {@code /aws/region}
     * @param code the machine's word, for example {@code REQUIRED}
     * @param detail what is wrong and what would be right; never quotes a secret
     */
    public record FieldError(String pointer, String code, String detail) {}

    /** 422: values that were understood but are wrong; all of them at once. */
    public static HttpProblem invalid(List<FieldError> errors) {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE_CONTENT)
                .withTitle("Some values need a correction")
                .with("code", "INVALID")
                .with("errors", List.copyOf(errors))
                .build();
    }

    /** 422: one value that was understood but is wrong. */
    public static HttpProblem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    /**
     * A body that has to be there.
     *
     * @return the same
     * @throws HttpProblem 422 when there is none
     */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw invalid("", "REQUIRED", "Send a JSON object.");
        }
        return body;
    }

    /** 403: not for this caller, for another reason than a role. */
    public static HttpProblem forbidden(String code, String detail) {
        return problem(Status.FORBIDDEN, "Forbidden", code, detail).build();
    }

    /** 404: not there, or another store's. */
    public static HttpProblem notFound(String what) {
        return problem(
                        Status.NOT_FOUND,
                        what + " not found",
                        "NOT_FOUND",
                        "There is no such " + what.toLowerCase(java.util.Locale.ROOT) + " in your store.")
                .build();
    }

    /** 409: not now; the code says why, the sentence what to do. */
    public static HttpProblem conflict(String code, String detail) {
        return problem(Status.CONFLICT, "Not possible now", code, detail).build();
    }

    /** 400: a parameter that cannot be understood. */
    public static HttpProblem badParameter(String name, String detail) {
        return problem(Status.BAD_REQUEST, "Bad request", "BAD_PARAMETER", detail)
                .with("parameter", name)
                .build();
    }

    private static HttpProblem.Builder problem(Status status, String title, String code, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .with("code", code);
    }
}
