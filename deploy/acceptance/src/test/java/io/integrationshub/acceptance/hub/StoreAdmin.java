package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Does what a person does at the hub's pages, over the same REST addresses. */
public record StoreAdmin(Rest config, Rest log) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELED");

    /**
     * An execution that was asked for.
     *
     * @param trace id of the trace, as the answer to Finish told it
     */
    public record Started(String integrationId, String executionId, String trace) {}

    /** The wizard from its first page to Finish. */
    public Started configure(Map<String, Object> pages) {
        return finish(begin(), pages);
    }

    /** Reconfigure, with some pages typed anew. */
    public Started reconfigure(String integrationId, Map<String, Object> pages) {
        JsonNode draft = config.send("POST", "/api/integrations/" + integrationId + "/reconfigure", Map.of())
                .success();
        return finish(draft.path("id").asText(), pages);
    }

    /** Delete, confirmed by the name; without consent to the loss of users. */
    public Started delete(String integrationId, String policy) {
        return delete(integrationId, policy, false);
    }

    /** Delete, with or without consent to everything that may be at stake. */
    public Started delete(String integrationId, String policy, boolean consent) {
        Rest.Answer answer = config.send(
                "POST",
                "/api/integrations/" + integrationId + "/delete",
                Map.of(
                        "confirmation", "EPCC",
                        "policy", policy,
                        "withUsers", consent,
                        "withAdopted", consent,
                        "reason", "acceptance"));
        return new Started(integrationId, answer.success().path("executionId").asText(), answer.trace());
    }

    /** Returns the id of a new draft. */
    public String begin() {
        return config.send("POST", "/api/drafts", Map.of()).success().path("id").asText();
    }

    public Rest.Answer put(String draft, String page, Object body) {
        return config.send("PUT", "/api/drafts/" + draft + "/pages/" + page, body);
    }

    private Started finish(String draft, Map<String, Object> pages) {
        pages.forEach((page, body) -> put(draft, page, body).success());
        Rest.Answer answer = config.send("POST", "/api/drafts/" + draft + "/finish", Map.of("reason", "acceptance"));
        JsonNode started = answer.success();
        return new Started(
                started.path("integrationId").asText(),
                started.path("executionId").asText(),
                answer.trace());
    }

    /** Returns the execution when it has ended, however it did. */
    public JsonNode awaitEnd(String executionId) {
        AtomicReference<JsonNode> execution = new AtomicReference<>();
        await("execution " + executionId + " ends")
                .atMost(LIMIT)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    Rest.Answer answer = log.get("/api/executions/" + executionId);
                    execution.set(answer.status() == 200 ? answer.json() : null);
                    return execution.get() != null
                            && ENDED.contains(execution.get().path("status").asText());
                });
        return execution.get();
    }

    /** Presses Retry and returns the execution that came of it, when it has ended. */
    public JsonNode retry(String executionId) {
        log.send("POST", "/api/executions/" + executionId + "/retry", Map.of("reason", "corrected"))
                .success();
        return awaitRetry(executionId);
    }

    /** Returns the execution that somebody's Retry, or the hub's own, makes of this one, when it has ended. */
    public JsonNode awaitRetry(String executionId) {
        AtomicReference<String> next = new AtomicReference<>();
        await("execution " + executionId + " is retried")
                .atMost(LIMIT)
                .pollInterval(LOOK)
                .until(() -> {
                    JsonNode retried =
                            log.get("/api/executions/" + executionId).success().path("retriedBy");
                    next.set(retried.asText());
                    return retried.isTextual();
                });
        return awaitEnd(next.get());
    }

    /** The names of the steps that ended with {@code status}, in their order. */
    public List<String> steps(String executionId, String status) {
        List<String> names = new ArrayList<>();
        log.get("/api/executions/" + executionId + "/steps")
                .success()
                .path("items")
                .forEach(step -> {
                    if (step.path("status").asText().equals(status)) {
                        names.add(step.path("name").asText());
                    }
                });
        return names;
    }
}
