package io.integrationshub.config.event;

import io.integrationshub.config.application.ObserveIntegration;
import io.integrationshub.config.application.RetryExecution;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears from provisioner-service and commerce-sso-service how executions go and what they see at AWS and Commerce, and from
 * execution-log-service that an execution is wanted again.
 */
@ApplicationScoped
class EventListener {
    private final Intake intake;
    private final ObserveIntegration observe;
    private final RetryExecution retry;

    EventListener(Intake intake, ObserveIntegration observe, RetryExecution retry) {
        this.intake = intake;
        this.observe = observe;
        this.retry = retry;
    }

    @Incoming("events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, event -> use(Publisher.on(record.topic()), event));
    }

    private void use(Publisher publisher, Envelope event) {
        if (event.data() instanceof ExecutionRetryRequested request) {
            retry.retry(event.storeId(), event.integrationId(), event.id(), request);
        } else {
            observe.observe(publisher, event);
        }
    }
}
