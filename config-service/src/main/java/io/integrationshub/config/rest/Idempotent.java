package io.integrationshub.config.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.config.application.AnswerOnce;
import io.integrationshub.runtime.web.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests with the header Idempotency-Key (IETF draft of that name). */
@ApplicationScoped
class Idempotent {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final AnswerOnce answerOnce;
    private final ObjectMapper json;

    Idempotent(AnswerOnce answerOnce, ObjectMapper json) {
        this.answerOnce = answerOnce;
        this.json = json;
    }

    /** A fresh answer. */
    record Answer(int status, @Nullable URI location, Object body) {}

    /**
     * Answers once for each key.
     *
     * @param request names the operation, its target and its input
     */
    Response answer(String storeId, @Nullable String key, String request, Supplier<Answer> action) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problems.badParameter(HEADER, HEADER + " has 1 to 128 printable characters without spaces.");
        }
        return switch (answerOnce.answer(storeId, key, request, () -> written(action.get()))) {
            case AnswerOnce.Outcome.Given(AnswerOnce.Answer given) -> response(given);
            case AnswerOnce.Outcome.KeyReused() ->
                throw HttpProblem.builder()
                        .withStatus(UNPROCESSABLE_CONTENT)
                        .withTitle("The key was used before")
                        .withDetail(
                                "This " + HEADER + " belongs to another request. Use a new key for each new request.")
                        .with("code", "IDEMPOTENCY_KEY_REUSED")
                        .build();
        };
    }

    /** The answer that was given to the same request before; empty when it is new. */
    Optional<Response> answered(String storeId, @Nullable String key, String request) {
        return key == null
                ? Optional.empty()
                : answerOnce.answered(storeId, key, request).map(Idempotent::response);
    }

    private AnswerOnce.Answer written(Answer answer) {
        try {
            return new AnswerOnce.Answer(
                    answer.status(),
                    answer.location() == null ? null : answer.location().toString(),
                    json.writeValueAsString(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private static Response response(AnswerOnce.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body());
        return answer.location() == null
                ? response.build()
                : response.header("Location", answer.location()).build();
    }
}
