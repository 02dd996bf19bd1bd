package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts steps as {@code hub_step_attempts_total} and times them as {@code hub_step_duration_seconds}. Labels are the words on
 * screen and the class of an error, never an id, so their number stays small.
 */
@Singleton
class StepMetrics {
    private final MeterRegistry metrics;

    StepMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void succeeded(String step, long nanos) {
        count(step, "succeeded", "none", nanos);
    }

    void failed(String step, Failure failure, long nanos) {
        count(step, "failed", failure.errorClass().name().toLowerCase(Locale.ROOT), nanos);
    }

    private void count(String step, String outcome, String errorClass, long nanos) {
        metrics.counter("hub.step.attempts", "step", step, "outcome", outcome, "error_class", errorClass)
                .increment();
        Timer.builder("hub.step.duration")
                .tag("step", step)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60))
                .register(metrics)
                .record(Duration.ofNanos(nanos));
    }
}
