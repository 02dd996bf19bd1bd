package io.integrationshub.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVENTS.getFirst(), 0);

    @Test
    void aRestartOnTheSameFolderKeepsTheRecords(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.startOnFreePorts(folder)) {
            Topics.create(kafka.bootstrapServers());
            send(kafka, "kept");

            kafka.stop();
            kafka.start();

            assertThat(firstValue(kafka)).isEqualTo("kept");
        }
    }

    @Test
    void everyEventTopicHasItsDeadLetterTopicAndCreatingAgainChangesNothing(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.startOnFreePorts(folder)) {
            Topics.create(kafka.bootstrapServers());

            Topics.create(kafka.bootstrapServers());

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                Set<String> names = admin.listTopics().names().get(10, TimeUnit.SECONDS);
                assertThat(names)
                        .containsExactlyInAnyOrderElementsOf(Topics.ALL)
                        .hasSize(8);
            }
        }
    }

    private static void send(EmbeddedKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), 0, "key", value))
                    .get(10, TimeUnit.SECONDS);
        }
    }

    private static String firstValue(EmbeddedKafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
        }
    }
}
