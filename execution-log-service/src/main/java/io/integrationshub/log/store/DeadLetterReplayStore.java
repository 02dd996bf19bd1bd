package io.integrationshub.log.store;

import io.integrationshub.log.application.DeadLetterBox.Coordinates;
import io.integrationshub.log.application.DeadLetterReplays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link DeadLetterReplays} in PostgreSQL. */
@ApplicationScoped
class DeadLetterReplayStore implements DeadLetterReplays {
    private final Database database;

    DeadLetterReplayStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<Coordinates, Replay> of(Collection<Coordinates> letters) {
        List<Coordinates> wanted = List.copyOf(letters);
        return database
                .query(
                        """
                        select r.* from dead_letter_replay r
                        join unnest(?::text[], ?::int[], ?::bigint[]) as w (topic, partition, position)
                            using (topic, partition, position)""",
                        statement -> {
                            var connection = statement.getConnection();
                            statement.setArray(
                                    1,
                                    connection.createArrayOf(
                                            "text",
                                            wanted.stream()
                                                    .map(Coordinates::topic)
                                                    .toArray()));
                            statement.setArray(
                                    2,
                                    connection.createArrayOf(
                                            "int",
                                            wanted.stream()
                                                    .map(Coordinates::partition)
                                                    .toArray()));
                            statement.setArray(
                                    3,
                                    connection.createArrayOf(
                                            "bigint",
                                            wanted.stream()
                                                    .map(Coordinates::offset)
                                                    .toArray()));
                        },
                        row -> Map.entry(
                                new Coordinates(
                                        row.getString("topic"), row.getInt("partition"), row.getLong("position")),
                                new Replay(
                                        row.getObject("replayed_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("actor"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void note(Coordinates letter, String actor) {
        database.update("""
                insert into dead_letter_replay values (?, ?, ?, now(), ?)
                on conflict (topic, partition, position) do update set replayed_at = now(), actor = excluded.actor""", statement -> {
            statement.setString(1, letter.topic());
            statement.setInt(2, letter.partition());
            statement.setLong(3, letter.offset());
            statement.setString(4, ExecutionRow.text(actor));
        });
    }
}
