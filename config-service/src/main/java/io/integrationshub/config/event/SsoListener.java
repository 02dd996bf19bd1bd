package io.integrationshub.config.event;

import io.integrationshub.config.application.ObserveIntegration;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from commerce-sso how executions go, and what it sees at Commerce. */
@ApplicationScoped
class SsoListener {
    private final Intake intake;
    private final ObserveIntegration observe;

    SsoListener(Intake intake, ObserveIntegration observe) {
        this.intake = intake;
        this.observe = observe;
    }

    @Incoming("sso-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, event -> observe.observe(Publisher.COMMERCE_SSO, event));
    }
}
