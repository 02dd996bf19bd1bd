package io.integrationshub.log.domain;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UnreadableEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the log keeps of an event: the part that tells the story of an execution, without any secret, not even a sealed one.
 * Constructors refuse what cannot be told ({@link UnreadableEvent}); their messages never quote content.
 */
public sealed interface Fact {

    /**
     * The execution was asked for.
     *
     * @param instance name of the integration's instance on screen: that of its user pool
     * @param payload what it was asked for, see {@link Payload}
     * @param specHash SHA-256 of the revision, hexadecimal; null in facts of earlier versions
     * @param automaticRetry whether it is tried again by itself should it fail, or null
     * @param traceId of the trace that all of its work belongs to, or null
     */
    record Requested(
            long generation,
            Execution execution,
            String storeId,
            String instance,
            Map<String, Object> payload,
            String specHash,
            AutomaticRetry automaticRetry,
            String traceId)
            implements Fact {
        public Requested {
            present(execution, "execution");
            present(execution.id(), "execution.id");
            present(execution.trigger(), "execution.trigger");
            present(execution.requestedAt(), "execution.requestedAt");
            present(storeId, "storeId");
            present(instance, "spec.userPool.name");
            payload = copy(payload);
        }
    }

    /** A fact about one attempt of a step. */
    sealed interface OfStep extends Fact {
        Step step();
    }

    record StepStarted(Step step, Map<String, Object> input) implements OfStep {
        public StepStarted {
            named(step);
            input = copy(input);
        }
    }

    record StepSucceeded(Step step, Instant startedAt, long durationMs, int writes, Map<String, Object> output)
            implements OfStep {
        public StepSucceeded {
            named(step);
            present(startedAt, "startedAt");
            output = copy(output);
        }
    }

    /** {@code nextAttemptAt} is null when it is not tried again by itself. */
    record StepFailed(Step step, Instant startedAt, long durationMs, Failure failure, Instant nextAttemptAt)
            implements OfStep {
        public StepFailed {
            named(step);
            present(startedAt, "startedAt");
            present(failure, "failure");
            present(failure.errorClass(), "failure.errorClass");
        }
    }

    record StepSkipped(Step step, String reason) implements OfStep {
        public StepSkipped {
            named(step);
        }
    }

    record LogWritten(Step step, int line, Severity severity, String message) implements OfStep {
        public LogWritten {
            named(step);
            present(severity, "severity");
            present(message, "message");
        }
    }

    /** The execution reached what was wanted; {@code output} is what a person wants to know of it. */
    record Succeeded(Map<String, Object> output) implements Fact {
        public Succeeded {
            output = copy(output);
        }
    }

    /** The execution stopped for good at {@code step}. */
    record Failed(String step, Failure failure) implements Fact {
        public Failed {
            present(failure, "failure");
            present(failure.errorClass(), "failure.errorClass");
        }
    }

    /** A person or a policy wants the execution again. */
    record RetryRequested(Trigger trigger, String actor, String reason) implements Fact {
        public RetryRequested {
            present(trigger, "trigger");
        }
    }

    private static void named(Step step) {
        present(step, "step");
        present(step.name(), "step.name");
    }

    private static void present(Object value, String member) {
        if (value == null) {
            throw new UnreadableEvent(member + " is missing");
        }
    }

    /** Unmodifiable, in the order given, null values allowed. */
    private static Map<String, Object> copy(Map<String, Object> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
