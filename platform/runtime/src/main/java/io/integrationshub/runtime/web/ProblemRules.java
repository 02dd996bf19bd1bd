package io.integrationshub.runtime.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every problem of the REST edge has in common, whoever raised it: a code, a sentence that helps, no word of what went on inside
 * when it is our own fault, and no quotation of what was sent.
 */
@ApplicationScoped
public class ProblemRules implements ProblemPostProcessor {
    /** Before the library's own logging, so that logs too hold only what the caller is told. */
    private static final int FIRST = 1_000;

    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Optional<JacksonException> json = unreadable(context.cause);
        if (json.isPresent() && problem.getStatusCode() < Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return json.get() instanceof InvalidDefinitionException
                    ? ours(Status.INTERNAL_SERVER_ERROR.getStatusCode(), problem)
                    : unreadableBody(json.get(), problem);
        }
        if (tooLarge(context.cause)) {
            return apply(
                    HttpProblem.valueOf(Status.REQUEST_ENTITY_TOO_LARGE), ProblemContext.of(problem, context.path));
        }
        if (problem.getStatusCode() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()
                && !(context.cause instanceof HttpProblem)) {
            return ours(problem.getStatusCode(), problem);
        }
        if (problem.getParameters().containsKey("code")) {
            return problem;
        }
        Status status = Status.fromStatusCode(problem.getStatusCode());
        HttpProblem.Builder told = HttpProblem.builder(problem).with("code", code(status));
        String remedy = remedy(status);
        return remedy == null ? told.build() : told.withDetail(remedy).build();
    }

    private static Optional<JacksonException> unreadable(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }

    /** Only the message tells that a body of unannounced length went on for too long. */
    private static boolean tooLarge(@Nullable Throwable thrown) {
        return thrown instanceof IOException && BodyLimit.TOO_LARGE.equals(thrown.getMessage());
    }

    private static HttpProblem unreadableBody(JacksonException thrown, HttpProblem problem) {
        Problems.FieldError error = UnreadableBody.error(thrown);
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("The request body cannot be read")
                .withDetail(error.detail())
                .withInstance(problem.getInstance())
                .with("code", error.code())
                .with("errors", List.of(error))
                .build();
    }

    private static HttpProblem ours(int status, HttpProblem problem) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle("Internal error")
                .withDetail("Something went wrong on our side and nothing was changed. Try again in a while.")
                .withInstance(problem.getInstance())
                .with("code", "INTERNAL")
                .build();
    }

    private static String code(@Nullable Status status) {
        return switch (status) {
            case null -> "REFUSED";
            case UNAUTHORIZED -> "UNAUTHENTICATED";
            case REQUEST_ENTITY_TOO_LARGE -> "BODY_TOO_LARGE";
            default -> status.name();
        };
    }

    private static @Nullable String remedy(@Nullable Status status) {
        return switch (status) {
            case null -> null;
            case UNAUTHORIZED -> "Send a valid token: Authorization: Bearer …";
            case FORBIDDEN -> "Your role does not allow this. Ask an admin of your store.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not support the method.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON: Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "Only JSON is served here: Accept: application/json.";
            default -> null;
        };
    }
}
