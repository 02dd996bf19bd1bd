package io.integrationshub.runtime.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

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

    /** 403: not for this caller, for another reason than a role. */
    public static HttpProblem forbidden(String code, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.FORBIDDEN)
                .withTitle("Forbidden")
                .withDetail(detail)
                .with("code", code)
                .build();
    }

    /** 404: not there, or another store's. */
    public static HttpProblem notFound(String what) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle(what + " not found")
                .withDetail("There is no such " + what.toLowerCase(java.util.Locale.ROOT) + " in your store.")
                .with("code", "NOT_FOUND")
                .build();
    }

    /** 409: not now; the code says why, the sentence what to do. */
    public static HttpProblem conflict(String code, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("Not possible now")
                .withDetail(detail)
                .with("code", code)
                .build();
    }

    /** 400: a parameter that cannot be understood. */
    public static HttpProblem badParameter(String name, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Bad request")
                .withDetail(detail)
                .with("code", "BAD_PARAMETER")
                .with("parameter", name)
                .build();
    }
}
