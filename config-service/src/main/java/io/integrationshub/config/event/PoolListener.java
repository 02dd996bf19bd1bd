package io.integrationshub.config.event;

import io.integrationshub.config.application.DeleteIntegration;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the provisioner that the end of a deletion is reached. */
@ApplicationScoped
class PoolListener {
    private final Intake intake;
    private final DeleteIntegration delete;

    PoolListener(Intake intake, DeleteIntegration delete) {
        this.intake = intake;
        this.delete = delete;
    }

    @Incoming("pool-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, this::use);
    }

    private void use(Envelope event) {
        if (event.data() instanceof PoolRemoved removed) {
            delete.removed(event.storeId(), event.integrationId(), removed);
        }
    }
}
