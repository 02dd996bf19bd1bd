package io.integrationshub.runtime.events;

import io.integrationshub.runtime.jobs.Backoff;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Waits for a database that does not answer. A record is neither skipped nor dead-lettered because of that: nothing is wrong with
 * it, and readiness tells operations.
 */
// A singleton, as it is asked when there is no container any more.
@Singleton
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final Stopping stopping;

    /** @param stopping once it has begun, nothing is waited for any more */
    public Patience(Stopping stopping) {
        this.stopping = stopping;
    }

    /**
     * Runs the action until it does not fail for the database's sake. Any other failure is thrown on.
     *
     * @throws CutOffException whatever it failed for, when the service is being stopped
     */
    public void untilTheDatabaseAnswers(Runnable action) {
        for (int failures = 1; ; failures++) {
            try {
                action.run();
                return;
            } catch (RuntimeException e) {
                if (stopping.begun() || Thread.currentThread().isInterrupted()) {
                    throw new CutOffException(e);
                }
                if (!databaseSilent(e)) {
                    throw e;
                }
                Duration pause = BACKOFF.pause(failures);
                LOG.warnf("reason=database-silent failures=%d, again in %s: %s", failures, pause, e.getMessage());
                sleep(pause);
            }
        }
    }

    /** True for lost connections, restarts, deadlocks and full pools; false for what would fail for ever (a constraint). */
    static boolean databaseSilent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState() == null ? "08" : sql.getSQLState();
                // 22 data, 23 constraint, 42 syntax: waiting does not help.
                return !state.startsWith("22") && !state.startsWith("23") && !state.startsWith("42");
            }
        }
        // A commit that failed for another reason than a statement: the connection went away.
        return thrown instanceof DatabaseSilentException
                || thrown.getCause() instanceof jakarta.transaction.RollbackException
                || thrown.getCause() instanceof jakarta.transaction.SystemException;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOffException(e);
        }
    }
}
