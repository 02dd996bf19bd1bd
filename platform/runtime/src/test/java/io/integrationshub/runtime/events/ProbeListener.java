package io.integrationshub.runtime.events;

import io.integrationshub.contracts.Envelope;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A listener as the services have one. */
@ApplicationScoped
class ProbeListener {
    final Queue<Envelope> taken = new ConcurrentLinkedQueue<>();
    final AtomicReference<Consumer<Envelope>> use = new AtomicReference<>(event -> {});

    @Inject
    Intake intake;

    @Incoming("events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.take(record, event -> {
            use.get().accept(event);
            taken.add(event);
        });
    }

    Queue<Envelope> taken() {
        return taken;
    }

    void use(Consumer<Envelope> consumer) {
        use.set(consumer);
    }
}
