package io.integrationshub.runtime.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Lease;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Publishes what is announced for one integration, oldest first, and forgets it once the broker has it. */
@Singleton
class AnnouncementJob implements Job {
    static final String NAME = "announce";
    private static final int BATCH = 100;

    private final DataSource database;
    private final Broker broker;

    AnnouncementJob(DataSource database, Broker broker) {
        this.database = database;
        this.broker = broker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        UUID integrationId = UUID.fromString(key);
        List<Announcement> batch;
        do {
            batch = oldest(integrationId);
            // A crash between these two publishes once more; consumers know the event by its id.
            broker.publish(key, batch);
            forget(batch);
        } while (batch.size() == BATCH);
        return Next.DONE;
    }

    private List<Announcement> oldest(UUID integrationId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select seq, headers::text, body from announcement where integration_id = ? order by seq limit ?")) {
            query.setObject(1, integrationId);
            query.setInt(2, BATCH);
            List<Announcement> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Map<String, String> headers = Json.mapper().readValue(row.getString(2), new TypeReference<>() {});
                    found.add(new Announcement(row.getLong(1), headers, row.getBytes(3)));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("Announcements could not be read", e);
        }
    }

    private void forget(List<Announcement> published) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from announcement where seq = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", published.stream().map(Announcement::seq).toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Announcements could not be removed", e);
        }
    }

    /** A committed event that the broker may not have yet. */
    record Announcement(long seq, Map<String, String> headers, byte[] body) {}
}
