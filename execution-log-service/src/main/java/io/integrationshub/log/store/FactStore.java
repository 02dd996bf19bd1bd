package io.integrationshub.log.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.Facts;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.RecordedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Facts} in PostgreSQL: one statement, however many facts. */
@ApplicationScoped
class FactStore implements Facts {
    // Sorted by the caller: transactions that want several of the same locks take them in the same order.
    private static final String LOCK = "select pg_advisory_xact_lock(key) from unnest(?::bigint[]) as key";
    private static final String ADD = """
            copy fact (execution_id, event_id, integration_id, store_id, source, kind, said_at, severity, body)
            from stdin (format binary)""";
    private static final int COLUMNS = 9;
    private static final String KNOWN = "select execution_id, event_id from fact where execution_id = any (?::uuid[])";
    private static final String KEPT = "select distinct execution_id from fact where execution_id = any (?::uuid[])";
    private static final String OF = """
            select execution_id, event_id, integration_id, store_id, source, kind, said_at, body::text
            from fact where execution_id = any (?::uuid[])""";
    private static final ObjectWriter WRITER = Json.mapper().writer();
    private static final Map<String, Class<?>> KINDS =
            concrete(Fact.class).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final Database database;
    private final FactTables tables;

    FactStore(Database database, FactTables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public void makeRoom(Collection<RecordedFact> facts) {
        tables.makeFor(facts.stream().map(RecordedFact::executionId).toList());
    }

    @Override
    public void lock(Collection<UUID> integrationIds) {
        Object[] keys = integrationIds.stream()
                .map(id -> id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .distinct()
                .sorted()
                .toArray();
        database.query(LOCK, statement -> array(statement, 1, "bigint", keys), row -> true);
    }

    @Override
    public Map<UUID, Set<UUID>> known(Collection<UUID> executionIds) {
        record Known(UUID executionId, UUID eventId) {}
        return database
                .query(
                        KNOWN,
                        statement -> array(statement, 1, "uuid", executionIds.toArray()),
                        row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Known::executionId, Collectors.mapping(Known::eventId, Collectors.toSet())));
    }

    @Override
    public void add(List<RecordedFact> facts) {
        CopyRows rows = new CopyRows(COLUMNS);
        for (RecordedFact fact : facts) {
            rows.row()
                    .uuid(fact.executionId())
                    .uuid(fact.eventId())
                    .uuid(fact.integrationId())
                    .text(ExecutionRow.text(fact.storeId()))
                    .text(fact.source())
                    .text(fact.fact().getClass().getSimpleName())
                    .time(fact.at())
                    .text(severity(fact.fact()))
                    .bytes(json(fact.fact()));
        }
        database.copy(ADD, rows);
    }

    @Override
    public Set<UUID> kept(Collection<UUID> executionIds) {
        return Set.copyOf(database.query(
                KEPT,
                statement -> array(statement, 1, "uuid", executionIds.toArray()),
                row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void forget() {
        database.update("truncate fact, execution, tally, step_tally", statement -> {});
        // What is told again was told before.
        database.update("update alert_mark set at = now() where name = 'rebuilt'", statement -> {});
    }

    @Override
    public Map<UUID, List<RecordedFact>> of(Collection<UUID> executionIds) {
        return database
                .query(OF, statement -> array(statement, 1, "uuid", executionIds.toArray()), FactStore::read)
                .stream()
                .collect(Collectors.groupingBy(RecordedFact::executionId));
    }

    private static RecordedFact read(ResultSet row) throws SQLException {
        return new RecordedFact(
                row.getObject(2, UUID.class),
                row.getObject(1, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                fact(row.getString(6), row.getString(8)));
    }

    /** Of a line of the log. */
    private static String severity(Fact fact) {
        return switch (fact) {
            case Fact.LogWritten log -> log.severity().name();
            case Fact.StepFailed failed -> Severity.ERROR.name();
            default -> null;
        };
    }

    static Fact fact(String kind, String body) {
        try {
            return (Fact) Json.mapper().readValue(body, KINDS.get(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored " + kind + " cannot be read", e);
        }
    }

    private static byte[] json(Fact fact) {
        try {
            return WRITER.writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            // Half a character (a lone surrogate), for which JSON has an escape and UTF-8 has nothing: it becomes a
            // question mark.
            return text(fact).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String text(Fact fact) {
        try {
            return WRITER.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + fact.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FactStore::concrete)
                : Stream.of(type);
    }
}
