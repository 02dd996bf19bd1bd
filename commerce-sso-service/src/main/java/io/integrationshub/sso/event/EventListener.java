package io.integrationshub.sso.event;

import io.integrationshub.runtime.events.Intake;
import io.integrationshub.sso.application.TakeEvents;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to config-service and provisioner-service. */
@ApplicationScoped
public class EventListener {
    private final Intake intake;
    private final TakeEvents events;

    EventListener(Intake intake, TakeEvents events) {
        this.intake = intake;
        this.events = events;
    }

    @Incoming("events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, events::take);
    }
}
