package io.integrationshub.runtime.jobs;

import io.integrationshub.runtime.tracing.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** Asks for durable work. The wish commits or rolls back with the caller's transaction and runs right after its commit. */
@ApplicationScoped
public class Jobs {
    // One statement, so two transactions that ask for the same key wait for each other instead of failing.
    private static final String WAKE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority, traceparent)
            values (?, ?, ?, false, 1, ?, ?)
            on conflict (task_name, task_instance) do update set
                wanted = scheduled_tasks.wanted + 1,
                traceparent = coalesce(excluded.traceparent, scheduled_tasks.traceparent),
                execution_time = case when scheduled_tasks.picked then scheduled_tasks.execution_time
                                      else least(scheduled_tasks.execution_time, excluded.execution_time) end""";

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Workers workers;
    private final Clock clock;
    private final Traces traces;

    Jobs(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            Workers workers,
            Clock clock,
            Traces traces) {
        this.database = database;
        this.transaction = transaction;
        this.workers = workers;
        this.clock = clock;
        this.traces = traces;
    }

    /** Run this job for this key as soon as the caller's transaction has committed. */
    public void wake(String job, String key) {
        wake(job, key, 0);
    }

    /** The same, before jobs of lower priority when there is more work than workers; 0 is ordinary. */
    public void wake(String job, String key, int priority) {
        at(job, key, clock.instant(), priority);
        transaction.registerInterposedSynchronization(new AfterCommit(workers::lookForWork));
    }

    /** Run this job for this key at that time, or earlier if it is asked for earlier. */
    public void wakeAt(String job, String key, Instant time) {
        at(job, key, time, 0);
    }

    private void at(String job, String key, Instant time, int priority) {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException("A job is asked for inside the transaction that makes it necessary");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAKE)) {
            statement.setString(1, job);
            statement.setString(2, key);
            statement.setTimestamp(3, Timestamp.from(time));
            statement.setInt(4, priority);
            statement.setString(5, traces.traceparent().orElse(null));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Job " + job + " " + key + " could not be stored", e);
        }
    }

    private record AfterCommit(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
