package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts executions as {@code hub_executions_started_total} and {@code hub_executions_finished_total}, times them as
 * {@code hub_execution_duration_seconds}, and tells when one last succeeded. Labels are words of small sets, never a store or an id.
 * What is told again by a rebuild counts again, in a process of its own that nobody scrapes.
 */
@Singleton
class CountExecutions implements Follower {
    private final MeterRegistry metrics;
    private final TransactionSynchronizationRegistry transaction;
    private final AtomicLong lastSuccess = new AtomicLong();

    CountExecutions(MeterRegistry metrics, TransactionSynchronizationRegistry transaction) {
        this.metrics = metrics;
        this.transaction = transaction;
        Gauge.builder("hub.last.success.timestamp.seconds", lastSuccess, AtomicLong::get)
                .description("When an execution last succeeded, in seconds since 1970; 0 when this process saw none")
                .register(metrics);
    }

    /** Only what is committed counts. */
    @Override
    public void follow(List<Change> changes) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known before it is over.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == jakarta.transaction.Status.STATUS_COMMITTED) {
                    changes.forEach(CountExecutions.this::count);
                }
            }
        });
    }

    void count(Change change) {
        ExecutionSummary execution = change.after();
        if (change.before().isEmpty()) {
            metrics.counter("hub.executions.started", "trigger", word(execution.trigger()))
                    .increment();
        }
        boolean endedBefore =
                change.before().map(before -> before.status().ended()).orElse(false);
        if (execution.status().ended() && !endedBefore) {
            ended(execution);
        }
    }

    private void ended(ExecutionSummary execution) {
        String errorClass = execution.error() == null || execution.error().errorClass() == null
                ? "none"
                : word(execution.error().errorClass());
        metrics.counter("hub.executions.finished", "status", word(execution.status()), "error_class", errorClass)
                .increment();
        if (execution.durationMs() != null) {
            Timer.builder("hub.execution.duration")
                    .serviceLevelObjectives(
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(15),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(30))
                    .register(metrics)
                    .record(Duration.ofMillis(execution.durationMs()));
        }
        if (execution.status() == Status.SUCCEEDED && execution.endedAt() != null) {
            lastSuccess.accumulateAndGet(execution.endedAt().getEpochSecond(), Math::max);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
