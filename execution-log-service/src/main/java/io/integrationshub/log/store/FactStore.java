package io.integrationshub.log.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.Facts;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.RecordedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
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
            insert into fact (execution_id, event_id, integration_id, store_id, source, kind, said_at, severity, body)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                ?::json[])
            on conflict do nothing
            returning execution_id, event_id""";
    private static final String OF = """
            select execution_id, event_id, integration_id, store_id, source, kind, said_at, body::text
            from fact where execution_id = any (?::uuid[])""";
    private static final String COUNT =
            "select execution_id, count(*) from fact where execution_id = any (?::uuid[]) group by execution_id";
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
    public List<RecordedFact> add(List<RecordedFact> facts) {
        record Key(UUID executionId, UUID eventId) {}
        Set<Key> added = new HashSet<>(database.query(
                ADD,
                statement -> {
                    array(statement, 1, "uuid", all(facts, RecordedFact::executionId));
                    array(statement, 2, "uuid", all(facts, RecordedFact::eventId));
                    array(statement, 3, "uuid", all(facts, RecordedFact::integrationId));
                    array(statement, 4, "text", all(facts, fact -> ExecutionRow.text(fact.storeId())));
                    array(statement, 5, "text", all(facts, RecordedFact::source));
                    array(
                            statement,
                            6,
                            "text",
                            all(facts, fact -> fact.fact().getClass().getSimpleName()));
                    array(
                            statement,
                            7,
                            "timestamptz",
                            all(facts, fact -> fact.at().atOffset(ZoneOffset.UTC)));
                    array(statement, 8, "text", all(facts, fact -> severity(fact.fact())));
                    array(statement, 9, "json", all(facts, fact -> json(fact.fact())));
                },
                row -> new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class))));
        return facts.stream()
                .filter(fact -> added.remove(new Key(fact.executionId(), fact.eventId())))
                .toList();
    }

    @Override
    public void forget() {
        database.update("truncate fact, execution, tally, step_tally", statement -> {});
    }

    @Override
    public Map<UUID, Integer> count(Collection<UUID> executionIds) {
        return database
                .query(
                        COUNT,
                        statement -> array(statement, 1, "uuid", executionIds.toArray()),
                        row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

    private static Fact fact(String kind, String body) {
        try {
            return (Fact) Json.mapper().readValue(body, KINDS.get(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored " + kind + " cannot be read", e);
        }
    }

    private static String json(Fact fact) {
        try {
            return Json.mapper().writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + fact.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private static Object[] all(List<RecordedFact> facts, Function<RecordedFact, Object> member) {
        return facts.stream().map(member).toArray();
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
