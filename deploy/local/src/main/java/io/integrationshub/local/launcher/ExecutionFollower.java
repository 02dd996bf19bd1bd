package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Watches an execution at execution-log-service and prints each step when it has ended. */
final class ExecutionFollower {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELED", "SKIPPED");

    private final Rest log;
    private final PrintStream out;
    private final Set<String> printed = new HashSet<>();

    ExecutionFollower(Rest log, PrintStream out) {
        this.log = log;
        this.out = out;
    }

    /**
     * Returns the execution once it has ended.
     *
     * @throws LaunchException when that takes more than three minutes
     */
    JsonNode follow(String executionId) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<JsonNode> execution = log.find("/api/executions/" + executionId);
            printNewSteps(executionId);
            if (execution.isPresent() && hasEnded(execution.get())) {
                printNewSteps(executionId);
                return execution.get();
            }
            pause();
        }
        throw new LaunchException("Execution " + executionId + " did not end within " + LIMIT.toMinutes() + " minutes");
    }

    private void printNewSteps(String executionId) {
        log.find("/api/executions/" + executionId + "/steps")
                .ifPresent(steps -> steps.path("items").forEach(step -> {
                    if (hasEnded(step)
                            && printed.add(step.path("name").asText() + "/"
                                    + step.path("attempt").asInt())) {
                        print(step);
                    }
                }));
    }

    private void print(JsonNode step) {
        int attempt = step.path("attempt").asInt(1);
        out.printf(
                Locale.ROOT,
                "  %-9s %-34s %8.3f s%s%n",
                step.path("status").asText(),
                step.path("name").asText(),
                step.path("durationMs").asLong() / 1000.0,
                (attempt > 1 ? "  (attempt " + attempt + ")" : "")
                        + (step.at("/error/code").isTextual()
                                ? "  " + step.at("/error/code").asText()
                                : ""));
    }

    private static boolean hasEnded(JsonNode executionOrStep) {
        return ENDED.contains(executionOrStep.path("status").asText());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}
