package io.integrationshub.provisioner.event;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.provisioner.application.Configure;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** What config-service wants, and what commerce-sso-service has done. */
@ApplicationScoped
class EventListener {
    private static final Logger LOG = Logger.getLogger(EventListener.class);

    private final Intake intake;
    private final Configure configure;

    EventListener(Intake intake, Configure configure) {
        this.intake = intake;
        this.configure = configure;
    }

    @Incoming("events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, this::use);
    }

    private void use(Envelope event) {
        switch (event.data()) {
            case IntegrationConfigured wished -> configure.wished(event, wished);
            case RealmsWired wired -> configure.realmsWired(event, wired);
            case IntegrationDeleted deleted -> configure.deleted(event, deleted);
            case RealmsUnwired unwired -> configure.realmsUnwired(event, unwired);
            case IntegrationPaused paused -> configure.lifecycleChanged(event, paused.change(), true);
            case IntegrationResumed resumed -> configure.lifecycleChanged(event, resumed.change(), false);
            default ->
                LOG.debugf(
                        "event=%s type=%s not for this service",
                        event.id(), event.data().getClass());
        }
    }
}
