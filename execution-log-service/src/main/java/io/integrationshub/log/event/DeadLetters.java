package io.integrationshub.log.event;

import io.integrationshub.runtime.metrics.DeadLetterCount;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Puts records that cannot be used aside, as they came, with where they came from and why they are there. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    /** Longer than delivery.timeout.ms, so that Kafka's own answer comes first. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final MutinyEmitter<Record<String, byte[]>> channel;
    private final DeadLetterCount count;

    DeadLetters(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> channel,
            DeadLetterCount count) {
        this.channel = channel;
        this.count = count;
    }

    /** {@code reason} never quotes the record's content. */
    record DeadLetter(ConsumerRecord<String, byte[]> record, String reason) {}

    /**
     * Returns when the broker has them all.
     *
     * @throws RuntimeException when it does not take one; the listener stops then without committing, and readiness tells
     */
    void publish(List<DeadLetter> letters) {
        List<Uni<Void>> sent = letters.stream().map(this::send).toList();
        if (!sent.isEmpty()) {
            Uni.join().all(sent).andFailFast().await().atMost(LIMIT);
        }
    }

    /** Puts a dead letter back on the topic it came from, as it came, and returns when the broker has it. */
    void putBack(ConsumerRecord<String, byte[]> record, String topic) {
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith("dead-letter-")) {
                headers.add(header);
            }
        }
        LOG.infof(
                "reason=dead-letter-replayed topic=%s partition=%d offset=%d",
                record.topic(), record.partition(), record.offset());
        channel.sendMessage(Message.of(
                        Record.of(record.key(), record.value()),
                        Metadata.of(OutgoingKafkaRecordMetadata.builder()
                                .withTopic(topic)
                                .withHeaders(headers)
                                .build())))
                .await()
                .atMost(LIMIT);
    }

    private Uni<Void> send(DeadLetter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        LOG.warnf(
                "reason=dead-letter topic=%s partition=%d offset=%d: %s",
                record.topic(), record.partition(), record.offset(), letter.reason());
        return channel.sendMessage(message(letter)).invoke(() -> count.add(record.topic()));
    }

    private static Message<Record<String, byte[]>> message(DeadLetter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        Headers headers = new RecordHeaders(record.headers());
        set(headers, "dead-letter-reason", letter.reason());
        set(headers, "dead-letter-topic", record.topic());
        set(headers, "dead-letter-partition", Integer.toString(record.partition()));
        set(headers, "dead-letter-offset", Long.toString(record.offset()));
        return Message.of(
                Record.of(record.key(), record.value()),
                Metadata.of(OutgoingKafkaRecordMetadata.builder()
                        .withTopic(record.topic() + ".dlq")
                        .withHeaders(headers)
                        .build()));
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
