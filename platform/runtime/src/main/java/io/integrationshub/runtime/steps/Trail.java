package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.LogWritten;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.jobs.LeaseLostException;
import io.integrationshub.runtime.jobs.SupersededException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** The steps of one run of one execution, published as they happen. Not for more than one thread. */
public final class Trail {
    private final Subject subject;
    private final Lease lease;
    private final Announcements announcements;
    private final Function<Exception, Failure> diagnosis;
    private final RetryPolicy policy;
    private final Clock clock;
    private final StepMetrics metrics;

    private Step current;
    private int lines;
    private int writes;

    Trail(
            Subject subject,
            Lease lease,
            Announcements announcements,
            Function<Exception, Failure> diagnosis,
            RetryPolicy policy,
            Clock clock,
            StepMetrics metrics) {
        this.subject = subject;
        this.lease = lease;
        this.announcements = announcements;
        this.diagnosis = diagnosis;
        this.policy = policy;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What a step does; may throw anything that the run's diagnosis knows. */
    @FunctionalInterface
    public interface Work<T> {
        StepResult<T> run() throws Exception;
    }

    /**
     * Does a step.
     *
     * @param name the words on screen
     * @param order its place in the execution, see {@link Step#order}
     * @param input allow-listed values only
     * @throws StepFailedException after the failure was announced
     * @throws SupersededException when the work says so; nothing is announced then, as the execution has ended already
     */
    public <T> T step(String name, int order, Map<String, Object> input, Work<T> work) {
        Step step = begin(name, order);
        Instant startedAt = clock.instant();
        long from = System.nanoTime();
        announce(new StepStarted(subject.executionId(), step, input));
        try {
            StepResult<T> result = work.run();
            writes += result.writes();
            metrics.succeeded(name, System.nanoTime() - from);
            announce(new StepSucceeded(
                    subject.executionId(), step, startedAt, millisSince(from), result.writes(), result.output()));
            return result.value();
        } catch (LeaseLostException | SupersededException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            Failure failure = diagnosis.apply(e);
            metrics.failed(name, failure, System.nanoTime() - from);
            Instant next = policy.next(failure, subject.attempt(), clock.instant())
                    .map(time ->
                            e instanceof NotBefore wait && wait.notBefore().isAfter(time) ? wait.notBefore() : time)
                    .orElse(null);
            announce(new StepFailed(subject.executionId(), step, startedAt, millisSince(from), failure, next));
            throw new StepFailedException(name, failure, next, e);
        }
    }

    /** A step that is not needed, and why. */
    public void skip(String name, int order, String reason) {
        announce(new StepSkipped(subject.executionId(), begin(name, order), reason));
    }

    /** A line in the log of the step at work; redacted. */
    public void log(Severity severity, String message) {
        announce(new LogWritten(subject.executionId(), current, ++lines, severity, message));
    }

    /** Changes made outside by the steps of this run so far. */
    public int writes() {
        return writes;
    }

    private Step begin(String name, int order) {
        current = new Step(name, order, subject.attempt());
        lines = 0;
        return current;
    }

    private void announce(HubEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            announcements.announce(subject.storeId(), subject.integrationId(), subject.causationId(), event);
        });
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
