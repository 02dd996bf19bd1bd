package io.integrationshub.log.event;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.log.application.DeadLetterBox;
import io.integrationshub.log.application.DeadLetterReplays;
import io.integrationshub.runtime.events.Intake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The dead-letter topics themselves, read when somebody looks: no body of a record lies anywhere else. */
@ApplicationScoped
class DeadLetterTopics implements DeadLetterBox {
    private static final int EACH = 100;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Set<String> TOPICS = Arrays.stream(Publisher.values())
            .map(publisher -> publisher.topic() + ".dlq")
            .collect(Collectors.toUnmodifiableSet());

    private final BrokerSettings broker;
    private final DeadLetters letters;
    private final DeadLetterReplays replays;

    DeadLetterTopics(BrokerSettings broker, DeadLetters letters, DeadLetterReplays replays) {
        this.broker = broker;
        this.letters = letters;
        this.replays = replays;
    }

    @Override
    public List<Letter> newest() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Set<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic, LIMIT).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, LIMIT);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
            partitions.removeIf(partition -> starts.get(partition).equals(ends.get(partition)));
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, Math.max(starts.get(partition), ends.get(partition) - EACH)));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            Instant until = Instant.now().plus(LIMIT);
            while (partitions.stream().anyMatch(p -> consumer.position(p, LIMIT) < ends.get(p))
                    && Instant.now().isBefore(until)) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            Map<Coordinates, DeadLetterReplays.Replay> replayed =
                    replays.of(found.stream().map(DeadLetterTopics::coordinates).toList());
            return found.stream()
                    .map(record -> letter(record, replayed.get(coordinates(record))))
                    .sorted(Comparator.comparing(Letter::arrivedAt).reversed())
                    .toList();
        }
    }

    @Override
    public Optional<Letter> find(Coordinates at) {
        return record(at).map(record -> letter(record, replays.of(List.of(at)).get(at)));
    }

    @Override
    public boolean replay(Letter letter, String actor) {
        Optional<ConsumerRecord<String, byte[]>> record = record(letter.at());
        record.ifPresent(found -> {
            letters.putBack(found, letter.from().topic());
            replays.note(letter.at(), actor);
        });
        return record.isPresent();
    }

    private Optional<ConsumerRecord<String, byte[]>> record(Coordinates at) {
        if (!TOPICS.contains(at.topic())) {
            return Optional.empty();
        }
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(at.topic(), at.partition());
            if (consumer.partitionsFor(at.topic(), LIMIT).stream().noneMatch(p -> p.partition() == at.partition())) {
                return Optional.empty();
            }
            consumer.assign(Set.of(partition));
            if (at.offset() < 0
                    || at.offset()
                            >= consumer.endOffsets(Set.of(partition), LIMIT).get(partition)) {
                return Optional.empty();
            }
            consumer.seek(partition, at.offset());
            return consumer.poll(LIMIT).records(partition).stream()
                    .filter(record -> record.offset() == at.offset())
                    .findFirst();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                broker.with(Map.of(
                        "client.id", "dead-letter-box", "enable.auto.commit", "false", "auto.offset.reset", "none")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Coordinates coordinates(ConsumerRecord<String, byte[]> record) {
        return new Coordinates(record.topic(), record.partition(), record.offset());
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record, DeadLetterReplays.Replay replay) {
        Map<String, String> headers = Intake.headers(record);
        return new Letter(
                coordinates(record),
                from(headers),
                Instant.ofEpochMilli(record.timestamp()),
                headers.get("ce_type"),
                headers.get("ce_storeid"),
                headers.getOrDefault("dead-letter-reason", "unknown"),
                replay == null ? null : replay.at(),
                replay == null ? null : replay.actor());
    }

    /** Only a topic of the hub: a forged header must not send a record anywhere else. */
    private static Coordinates from(Map<String, String> headers) {
        String topic = headers.get("dead-letter-topic");
        if (topic == null || !TOPICS.contains(topic + ".dlq")) {
            return null;
        }
        try {
            return new Coordinates(
                    topic,
                    Integer.parseInt(headers.getOrDefault("dead-letter-partition", "-1")),
                    Long.parseLong(headers.getOrDefault("dead-letter-offset", "-1")));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
