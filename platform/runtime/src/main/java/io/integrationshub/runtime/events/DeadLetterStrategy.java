package io.integrationshub.runtime.events;

import io.integrationshub.runtime.metrics.DeadLetterCount;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The failure strategy of all channels but execution-log-service's: the connector's own {@code dead-letter-queue}, with the dead
 * letters of each topic in {@code <topic>.dlq}, where the connector has one topic for all that a channel listens to. What fails
 * because the service is being stopped is no dead letter; its offset is not committed.
 */
@ApplicationScoped
@Identifier(DeadLetterStrategy.NAME)
class DeadLetterStrategy implements KafkaFailureHandler.Factory {
    static final String NAME = "dead-letter-topics";

    private final KafkaFailureHandler.Factory queues;
    private final DeadLetterCount count;
    private final Stopping stopping;

    DeadLetterStrategy(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory queues,
            DeadLetterCount count,
            Stopping stopping) {
        this.queues = queues;
        this.count = count;
        this.stopping = stopping;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        KafkaFailureHandler queue = queues.create(config, vertx, consumer, reportFailure);
        return new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
                if (stopping.begun()) {
                    return Uni.createFrom().failure(reason);
                }
                OutgoingKafkaRecordMetadata<K> topic = OutgoingKafkaRecordMetadata.<K>builder()
                        .withTopic(record.getTopic() + ".dlq")
                        .build();
                return queue.handle(record, reason, metadata == null ? Metadata.of(topic) : metadata.with(topic))
                        .invoke(() -> count.add(record.getTopic()));
            }

            @Override
            public void terminate() {
                queue.terminate();
            }
        };
    }
}
