package io.integrationshub.runtime.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class DeadLetterStrategyTest {
    private final Stopping stopping = new Stopping();

    @Test
    void whatFailsBecauseTheServiceStopsIsNoDeadLetter() {
        KafkaFailureHandler queue = new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
                return fail("dead-lettered");
            }
        };
        KafkaFailureHandler strategy = new DeadLetterStrategy(
                        (config, vertx, consumer, reportFailure) -> queue, null, stopping)
                .create(null, null, null, null);
        RuntimeException reason = new IllegalStateException("ArC container not initialized");

        stopping.begin(new ShutdownEvent());

        assertThatThrownBy(() -> strategy.handle(null, reason, null).await().indefinitely())
                .isSameAs(reason);
    }
}
