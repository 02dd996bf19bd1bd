package io.integrationshub.runtime.events;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.runtime.tracing.Traces;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Takes in a Kafka record: read, drop what was already taken in, and store what it means, the last two in one transaction. No
 * outside call is made here; what has to be done is asked for as a durable job.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final DataSource database;
    private final Patience patience;
    private final Traces traces;

    Intake(DataSource database, Patience patience, Traces traces) {
        this.database = database;
        this.patience = patience;
        this.traces = traces;
    }

    /**
     * Calls {@code use} in a transaction, once for each event.
     *
     * @throws io.integrationshub.contracts.UnreadableEvent when it is no event of the hub: the record goes to the dead letters.
     *     A database that does not answer is waited for instead, as long as it takes.
     */
    public void take(ConsumerRecord<String, byte[]> record, Consumer<Envelope> use) {
        CloudEvents.read(headers(record), record.value())
                .ifPresent(event ->
                        traces.within(event.traceparent(), SpanKind.CONSUMER, "process " + record.topic(), () -> {
                            patience.untilTheDatabaseAnswers(() -> store(event, use));
                            return null;
                        }));
    }

    private void store(Envelope event, Consumer<Envelope> use) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (firstTime(event)) {
                use.accept(event);
            } else {
                LOG.debugf("event=%s taken in before", event.id());
            }
        });
    }

    /** The record's headers as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private boolean firstTime(Envelope event) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into intake (event_id) values (?) on conflict do nothing")) {
            insert.setString(1, event.id());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseSilentException(e);
        }
    }
}
