package io.integrationshub.config.event;

import io.integrationshub.config.application.RetryExecution;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the execution log that an execution is wanted again. */
@ApplicationScoped
class RetryListener {
    private final Intake intake;
    private final RetryExecution retry;

    RetryListener(Intake intake, RetryExecution retry) {
        this.intake = intake;
        this.retry = retry;
    }

    @Incoming("execution-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, this::use);
    }

    private void use(Envelope event) {
        if (event.data() instanceof ExecutionRetryRequested request) {
            retry.retry(event.storeId(), event.integrationId(), event.id(), request);
        }
    }
}
