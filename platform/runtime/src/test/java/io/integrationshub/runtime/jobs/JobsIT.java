package io.integrationshub.runtime.jobs;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.runtime.OnRealInfra;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class JobsIT {
    @Inject
    Jobs jobs;

    @Inject
    ProbeJob probe;

    @Inject
    DataSource database;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void reset() {
        probe.runs.set(0);
        probe.work.set((k, lease) -> Job.Next.DONE);
    }

    @Test
    void runsAfterTheCommitAndLeavesNothingBehind() {
        wake();

        await().until(() -> probe.runs.get() == 1 && rows() == 0);
    }

    @Test
    void doesNotRunWhenTheTransactionRollsBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    jobs.wake(ProbeJob.NAME, key);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(rows()).isZero();
    }

    @Test
    void refusesToBeAskedOutsideATransaction() {
        assertThatThrownBy(() -> jobs.wake(ProbeJob.NAME, key)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runsOnceMoreWhenAskedForWhileItRan() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch askedAgain = new CountDownLatch(1);
        probe.work.set((k, lease) -> {
            running.countDown();
            waitFor(askedAgain);
            return Job.Next.DONE;
        });
        wake();
        waitFor(running);

        wake();
        askedAgain.countDown();

        await().until(() -> probe.runs.get() == 2 && rows() == 0);
    }

    @Test
    void neverRunsTwiceAtATimeForOneKeyAndMissesNoWish() throws InterruptedException {
        AtomicInteger wishes = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        probe.work.set((k, lease) -> {
            if (inside.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            seen.set(wishes.get());
            inside.decrementAndGet();
            return Job.Next.DONE;
        });

        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                writers.execute(() -> QuarkusTransaction.requiringNew().run(() -> {
                    wishes.incrementAndGet();
                    jobs.wake(ProbeJob.NAME, key);
                }));
            }
        }

        await().until(() -> rows() == 0);
        assertThat(seen).hasValue(200);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void triesAgainAfterAFailure() {
        probe.work.set((k, lease) -> {
            if (probe.runs.get() < 3) {
                throw new IllegalStateException("not yet");
            }
            return Job.Next.DONE;
        });

        wake();

        await().until(() -> probe.runs.get() == 3 && rows() == 0);
    }

    @Test
    void waitsUntilItsTimeUnlessAskedForEarlier() {
        probe.work.set((k, lease) ->
                probe.runs.get() == 1 ? new Job.Next.At(Instant.now().plus(Duration.ofHours(1))) : Job.Next.DONE);
        wake();
        await().until(() -> probe.runs.get() == 1 && !picked());

        wake();

        await().until(() -> probe.runs.get() == 2 && rows() == 0);
    }

    @Test
    void aWorkerThatLostItsJobWritesNothing() {
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        probe.work.set((k, lease) -> {
            if (probe.runs.get() == 1) {
                // What another node does after four silent heartbeats.
                update(
                        "update scheduled_tasks set picked = false, version = version + 1, execution_time = now() where task_instance = ?");
                try {
                    QuarkusTransaction.requiringNew().run(() -> {
                        lease.requireHeld();
                        update("insert into effect (name) values (?)");
                    });
                } catch (RuntimeException e) {
                    refusal.set(e);
                    throw e;
                }
            }
            return Job.Next.DONE;
        });

        wake();

        await().until(() -> probe.runs.get() == 2 && rows() == 0);
        assertThat(refusal.get()).isInstanceOf(LeaseLostException.class);
        assertThat(count("select count(*) from effect where name = ?")).isZero();
    }

    private void wake() {
        QuarkusTransaction.requiringNew().run(() -> jobs.wake(ProbeJob.NAME, key));
    }

    private long rows() {
        return count("select count(*) from scheduled_tasks where task_instance = ?");
    }

    private boolean picked() {
        return count("select count(*) from scheduled_tasks where picked and task_instance = ?") == 1;
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void update(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
