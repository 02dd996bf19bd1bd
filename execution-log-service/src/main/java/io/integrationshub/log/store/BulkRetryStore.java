package io.integrationshub.log.store;

import io.integrationshub.log.application.BulkRetries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link BulkRetries} in PostgreSQL. */
@ApplicationScoped
class BulkRetryStore implements BulkRetries {
    private static final String ITEMS = """
            select i.position, i.execution_id, i.outcome, r.id, r.status from bulk_retry_item i
            left join lateral (
                select e.id, e.status from execution e where e.retry_of = i.execution_id order by e.number limit 1) r on true
            where i.bulk_id = ? and i.position > ? order by i.position limit ?""";

    private final Database database;

    BulkRetryStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(BulkRetry bulk, List<UUID> executionIds) {
        database.update("insert into bulk_retry values (?, ?, ?, ?, ?, ?, ?)", statement -> {
            statement.setObject(1, bulk.id());
            statement.setString(2, bulk.storeId());
            statement.setString(3, ExecutionRow.text(bulk.actor()));
            statement.setString(4, ExecutionRow.text(bulk.reason()));
            statement.setString(5, bulk.state().name());
            statement.setObject(6, bulk.createdAt().atOffset(ZoneOffset.UTC));
            statement.setInt(7, bulk.total());
        });
        database.update("""
                insert into bulk_retry_item
                select ?, position, id, 'PENDING' from unnest(?::uuid[]) with ordinality as chosen (id, position)""", statement -> {
            statement.setObject(1, bulk.id());
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", executionIds.toArray()));
        });
    }

    @Override
    public Optional<BulkRetry> find(String storeId, UUID id) {
        return database
                .query(
                        "select * from bulk_retry where id = ? and store_id = ?",
                        statement -> {
                            statement.setObject(1, id);
                            statement.setString(2, storeId);
                        },
                        BulkRetryStore::read)
                .stream()
                .findFirst();
    }

    @Override
    public List<BulkRetry> newest(String storeId, int limit) {
        return database.query(
                "select * from bulk_retry where store_id = ? order by created_at desc, id desc limit ?",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setInt(2, limit);
                },
                BulkRetryStore::read);
    }

    @Override
    public Optional<BulkRetry> lock(UUID id) {
        return database
                .query(
                        "select * from bulk_retry where id = ? for update",
                        statement -> statement.setObject(1, id),
                        BulkRetryStore::read)
                .stream()
                .findFirst();
    }

    @Override
    public void move(UUID id, State state) {
        database.update("update bulk_retry set state = ? where id = ?", statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, id);
        });
    }

    @Override
    public List<Item> pending(UUID id, int limit) {
        return database.query(
                """
                select position, execution_id from bulk_retry_item
                where bulk_id = ? and outcome = 'PENDING' order by position limit ?""",
                statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, limit);
                },
                row -> new Item(row.getInt(1), row.getObject(2, UUID.class), "PENDING", null, null));
    }

    @Override
    public void done(UUID id, int position, String outcome) {
        database.update("update bulk_retry_item set outcome = ? where bulk_id = ? and position = ?", statement -> {
            statement.setString(1, outcome);
            statement.setObject(2, id);
            statement.setInt(3, position);
        });
        database.update(
                "update bulk_retry set processed = processed + 1, requested = requested + ? where id = ?",
                statement -> {
                    statement.setInt(1, outcome.equals("REQUESTED") ? 1 : 0);
                    statement.setObject(2, id);
                });
    }

    @Override
    public List<Item> items(UUID id, int after, int limit) {
        return database.query(
                ITEMS,
                statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, after);
                    statement.setInt(3, limit);
                },
                row -> new Item(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5)));
    }

    private static BulkRetry read(ResultSet row) throws SQLException {
        return new BulkRetry(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getString("actor"),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("processed"),
                row.getInt("requested"));
    }
}
