package io.integrationshub.runtime.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The right of a running job to change things. A worker that hung so long that its job was given to another one has lost it;
 * asking inside the transaction that writes keeps such a worker from writing.
 */
public final class Lease {
    private final DataSource database;
    private final String job;
    private final String key;
    private final long version;

    Lease(DataSource database, String job, String key, long version) {
        this.database = database;
        this.job = job;
        this.key = key;
        this.version = version;
    }

    /**
     * Call it in every transaction of the job that writes. The row stays locked until that transaction ends, so the job cannot be
     * given away in between.
     *
     * @throws LeaseLostException when another worker has the job by now; the transaction must roll back
     */
    public void requireHeld() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select 1 from scheduled_tasks
                        where task_name = ? and task_instance = ? and version = ? and picked for share""")) {
            query.setString(1, job);
            query.setString(2, key);
            query.setLong(3, version);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLostException(job, key);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lease of " + job + " " + key + " could not be read", e);
        }
    }
}
