package io.integrationshub.config.neighbours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.contracts.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** How a neighbour is asked: with the token of whoever waits, in the lenient JSON of the published language. */
@RequestScoped
class Rest {
    private static final Logger LOG = Logger.getLogger(Rest.class);

    private static final Set<Integer> NOT_NOW = Set.of(404, 409);

    private final JsonWebToken token;

    Rest(JsonWebToken token) {
        this.token = token;
    }

    /**
     * Asks, and reads the answer.
     *
     * @param call sends with this Authorization header
     * @throws ServiceSilentException when there is no answer that can be used
     */
    <T> T ask(String service, Class<T> type, Function<String, String> call) {
        return ask(service, Json.mapper().constructType(type), call);
    }

    <T> T ask(String service, JavaType type, Function<String, String> call) {
        try {
            return Json.mapper().readValue(call.apply("Bearer " + token.getRawToken()), type);
        } catch (WebApplicationException e) {
            LOG.warnf(
                    "reason=neighbour-refused service=%s status=%d",
                    service, e.getResponse().getStatus());
            throw new ServiceSilentException(service, "HTTP " + e.getResponse().getStatus(), e);
        } catch (ProcessingException e) {
            LOG.warnf("reason=neighbour-silent service=%s: %s", service, e.getMessage());
            throw new ServiceSilentException(service, "no answer", e);
        } catch (JsonProcessingException e) {
            LOG.warnf("reason=neighbour-unreadable service=%s", service);
            throw new ServiceSilentException(service, "an answer that cannot be read", e);
        }
    }

    /** Asks what may have no answer now: 404 and 409 say so, with a code and a sentence. */
    <T> Reply<T> askWhether(String service, Class<T> type, Function<String, String> call) {
        try {
            return new Reply.Answered<>(ask(service, type, call));
        } catch (ServiceSilentException e) {
            if (e.getCause() instanceof WebApplicationException refusal
                    && NOT_NOW.contains(refusal.getResponse().getStatus())) {
                return Problem.of(refusal.getResponse())
                        .map(problem -> new Reply.NotNow<T>(problem.code(), problem.detail()))
                        .orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** The part of problem details (RFC 9457) that is passed on. */
    private record Problem(String code, String detail) {
        static Optional<Problem> of(Response response) {
            try {
                Problem problem = Json.mapper().readValue(response.readEntity(String.class), Problem.class);
                return Optional.of(problem).filter(read -> read.code() != null && read.detail() != null);
            } catch (JsonProcessingException | ProcessingException e) {
                return Optional.empty();
            }
        }
    }

    static String json(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question cannot be written", e);
        }
    }
}
