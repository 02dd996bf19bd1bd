package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import jakarta.inject.Singleton;

/** Makes the metrics of a step that fails and of one that does not. */
@Singleton
public class StepProbe {
    private final StepMetrics metrics;

    StepProbe(StepMetrics metrics) {
        this.metrics = metrics;
    }

    public void failOnce(Failure failure) {
        metrics.failed("Probe", failure, 1_000_000);
        metrics.succeeded("Probe", 2_000_000);
    }
}
