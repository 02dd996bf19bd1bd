package io.integrationshub.log.store;

import io.integrationshub.log.application.Audit;
import io.integrationshub.log.application.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link Audit} in PostgreSQL. */
@ApplicationScoped
class AuditStore implements Audit {
    private final Database database;
    private final Clock clock;

    AuditStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void note(String storeId, Deed deed) {
        database.update(
                "insert into audit (store_id, at, actor, action, subject, detail) values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    statement.setString(3, ExecutionRow.text(deed.actor()));
                    statement.setString(4, deed.action().name());
                    statement.setString(5, ExecutionRow.text(deed.subject()));
                    statement.setString(6, ExecutionRow.text(deed.detail()));
                });
    }

    @Override
    public List<Entry> list(
            String storeId, Optional<String> actor, Optional<Action> action, Optional<Position> after, int limit) {
        StringBuilder sql = new StringBuilder("select * from audit where store_id = ?");
        List<Object> values = new ArrayList<>(List.of(storeId));
        actor.ifPresent(name -> {
            sql.append(" and actor = ?");
            values.add(name);
        });
        action.ifPresent(done -> {
            sql.append(" and action = ?");
            values.add(done.name());
        });
        after.ifPresent(position -> {
            sql.append(" and (at, id) < (?, ?)");
            values.add(position.requestedAt().atOffset(ZoneOffset.UTC));
            values.add(position.id());
        });
        sql.append(" order by at desc, id desc limit ").append(limit);
        return database.query(
                sql.toString(),
                statement -> {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                },
                row -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Deed(
                                row.getString("actor"),
                                Action.valueOf(row.getString("action")),
                                row.getString("subject"),
                                row.getString("detail"))));
    }
}
