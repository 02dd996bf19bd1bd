package io.integrationshub.runtime.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

/**
 * One run of a job for a key, from the moment a worker took it. Ends with one statement on db-scheduler's row, fenced by its
 * version: a wish that came in meanwhile is seen, and a worker that lost the row changes nothing. db-scheduler's own operations are
 * not used for that, as they cannot tell "asked for again while it ran".
 */
record Turn(DataSource database, String job, String key, long version, long seen, String traceparent) {

    static Turn begin(DataSource database, String job, String key, long version) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select wanted, traceparent from scheduled_tasks where task_name = ? and task_instance = ? and version = ?")) {
            query.setString(1, job);
            query.setString(2, key);
            query.setLong(3, version);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLostException(job, key);
                }
                return new Turn(database, job, key, version, row.getLong(1), row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Job " + job + " " + key + " could not be read", e);
        }
    }

    Lease lease() {
        return new Lease(database, job, key, version);
    }

    /** True when there is more to do at once. */
    boolean end(Job.Next next, boolean failed) {
        return switch (next) {
            case Job.Next.Done done -> !delete() && again(null, failed);
            case Job.Next.At at -> again(Timestamp.from(at.time()), failed);
        };
    }

    private boolean delete() {
        return update(
                        "delete from scheduled_tasks where task_name = ? and task_instance = ? and version = ? and wanted = ?")
                == 1;
    }

    private boolean again(Timestamp at, boolean failed) {
        String sql = """
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                    consecutive_failures = %s,
                    execution_time = case when wanted > %d and not %s then now() else coalesce(?, now()) end
                where task_name = ? and task_instance = ? and version = ?""".formatted(failed ? "coalesce(consecutive_failures, 0) + 1" : "0", seen, failed);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, at);
            statement.setString(2, job);
            statement.setString(3, key);
            statement.setLong(4, version);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("Job " + job + " " + key + " could not be ended", e);
        }
    }

    private int update(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            statement.setString(2, key);
            statement.setLong(3, version);
            statement.setLong(4, seen);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Job " + job + " " + key + " could not be ended", e);
        }
    }
}
