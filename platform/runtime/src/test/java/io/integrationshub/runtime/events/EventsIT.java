package io.integrationshub.runtime.events;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.LogWritten;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.runtime.OnRealInfra;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class EventsIT {
    private static final Step STEP = new Step("Probe", 1, 1);

    @Inject
    Announcements announcements;

    @Inject
    ProbeListener listener;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID integration = UUID.randomUUID();

    @BeforeEach
    void reset() {
        listener.use(event -> {});
    }

    @AfterAll
    static void everyRecordIsValid() {
        new SchemaCheck()
                .requireValid(TopicAudit.read(HubInfra.kafka().address()).stream()
                        .filter(entry -> entry.topic().equals("hub.pool.events.v1"))
                        .toList());
    }

    @Test
    void anAnnouncementIsPublishedInTheOrderOfItsIntegration() {
        UUID execution = UUID.randomUUID();

        for (int line = 1; line <= 250; line++) {
            announce(new LogWritten(execution, STEP, line, Severity.INFO, "line " + line));
        }

        await().until(() -> published().size() == 250);
        assertThat(published())
                .extracting(e -> e.headers().get("ce_executionid"))
                .containsOnly(execution.toString());
        assertThat(published())
                .extracting(TopicAudit.Entry::text)
                .isSortedAccordingTo((a, b) -> Integer.compare(line(a), line(b)));
    }

    @Test
    void nothingIsPublishedWhenTheTransactionRollsBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    announcements.announce("store", integration, null, skipped("never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        announce(skipped("after"));

        await().until(() -> !published().isEmpty());
        assertThat(published()).extracting(TopicAudit.Entry::text).allMatch(text -> text.contains("after"));
    }

    @Test
    void aServiceSaysOnlyWhatItPublishes() {
        assertThatThrownBy(() -> announce(new IntegrationPaused(1, "ada", null)))
                .hasMessageContaining("PROVISIONER does not publish IntegrationPaused");
    }

    @Test
    void anEventIsTakenInOnce() {
        Envelope event = event(skipped("twice"));

        send(event);
        send(event);
        send(event(skipped("last", 2)));

        await().until(() -> mine().size() == 2);
    }

    @Test
    void anUnreadableRecordIsDeadLetteredWithoutItsContentInTheReasonAndTheNextOneIsTakenIn() {
        send(Map.of("ce_specversion", "1.0"), "marker-3c9".getBytes(StandardCharsets.UTF_8));
        send(CloudEvents.headers(event(skipped("x"))), "not json marker-3c9".getBytes(StandardCharsets.UTF_8));
        send(CloudEvents.headers(event(skipped("x"))), null);

        send(event(skipped("good")));

        await().until(() -> mine().size() == 1);
        await().until(() -> deadLetters().size() == 3);
        assertThat(deadLetters()).allSatisfy(dead -> {
            assertThat(dead.headers()).containsKeys("dead-letter-reason", "dead-letter-topic", "dead-letter-offset");
            assertThat(dead.headers().toString()).doesNotContain("marker-3c9");
        });
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsWaitedFor() {
        AtomicInteger tries = new AtomicInteger();
        listener.use(event -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("connection lost", "08006"));
            }
        });

        send(event(skipped("patient")));

        await().until(() -> mine().size() == 1);
        assertThat(tries).hasValue(3);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aTransactionThatIsLeftOpenIsEndedByTheDatabaseAndTriedAgain() {
        AtomicReference<String> limit = new AtomicReference<>();
        AtomicInteger tries = new AtomicInteger();
        listener.use(event -> {
            if (tries.incrementAndGet() == 1) {
                limit.set(answer("show idle_in_transaction_session_timeout"));
                String session = answer("select pg_backend_pid()");
                answer("select set_config('idle_in_transaction_session_timeout', '1ms', true)");
                await().until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> answer("select count(*) from pg_stat_activity where pid = " + session))
                        .equals("0"));
            }
        });

        Envelope event = event(skipped("left open"));
        send(event);

        await().until(() -> answer("select count(*) from intake where event_id = '" + event.id() + "'")
                .equals("1"));
        assertThat(tries).hasValue(2);
        assertThat(limit).hasValue("1min");
        assertThat(deadLetters()).isEmpty();
    }

    private String answer(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void announce(HubEvent event) {
        QuarkusTransaction.requiringNew().run(() -> announcements.announce("store", integration, null, event));
    }

    private StepSkipped skipped(String reason) {
        return skipped(reason, 1);
    }

    private StepSkipped skipped(String reason, int attempt) {
        return new StepSkipped(new UUID(0, 1), new Step("Probe", 1, attempt), reason);
    }

    private Envelope event(HubEvent data) {
        return Envelope.of(Publisher.COMMERCE_SSO, Instant.now(), "store", integration, null, data);
    }

    private List<Envelope> mine() {
        return listener.taken().stream()
                .filter(event -> event.integrationId().equals(integration))
                .toList();
    }

    private List<TopicAudit.Entry> published() {
        return onTopic("hub.pool.events.v1");
    }

    private List<TopicAudit.Entry> deadLetters() {
        return onTopic("hub.sso.events.v1.dlq");
    }

    private List<TopicAudit.Entry> onTopic(String topic) {
        return TopicAudit.read(broker).stream()
                .filter(entry ->
                        entry.topic().equals(topic) && integration.toString().equals(entry.key()))
                .toList();
    }

    private static int line(String text) {
        return Integer.parseInt(text.replaceAll(".*\"line\":(\\d+).*", "$1"));
    }

    private void send(Envelope event) {
        send(CloudEvents.headers(event), CloudEvents.value(event));
    }

    private void send(Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>("hub.sso.events.v1", integration.toString(), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
