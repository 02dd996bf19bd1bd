package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.runtime.jobs.Backoff;
import io.integrationshub.runtime.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Lets only so many integrations of one AWS account be worked on at a time. All of them wait for the same request rates, so more
 * would only keep workers from other accounts. Whoever waits is woken when a turn ends, as five hundred that looked again and again
 * would do nothing else: in the order of arrival, those that are half done before those that have not begun. So the first ones are done
 * soon, and the two halves, which need different rates, go on side by side.
 */
@Singleton
class AccountTurns {
    private static final Logger LOG = Logger.getLogger(AccountTurns.class);

    /** Until whoever waits looks by himself, should the replica that was to wake him be gone. */
    static final Backoff PAUSE = new Backoff(Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final int most;
    private final Consumer<String> wake;
    private final Map<String, Account> accounts = new HashMap<>();

    @Inject
    AccountTurns(ProvisionerConfig config, Jobs jobs) {
        this(config.runsPerAccount(), job -> wake(jobs, job));
    }

    /** @param wake asks for a job again */
    AccountTurns(int most, Consumer<String> wake) {
        this.most = most;
        this.wake = wake;
    }

    /** A turn of an account, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Account {
        private final Set<String> halfDone = new LinkedHashSet<>();
        private final Set<String> others = new LinkedHashSet<>();
        private int taken;

        void forget(String job) {
            halfDone.remove(job);
            others.remove(job);
        }

        boolean nobodyWaits() {
            return halfDone.isEmpty() && others.isEmpty();
        }
    }

    /**
     * Empty when all turns of the account are taken; the job is asked for again when one ends. The keys stand for the account, which
     * is not known yet.
     *
     * @param job the key of the job that takes it
     * @param halfDone it is an execution's second half
     */
    synchronized Optional<Turn> take(AwsAccess aws, String job, boolean halfDone) {
        String name = aws.accessKeyId() + " " + aws.region();
        Account account = accounts.computeIfAbsent(name, key -> new Account());
        if (account.taken >= most) {
            (halfDone ? account.halfDone : account.others).add(job);
            return Optional.empty();
        }
        account.taken++;
        account.forget(job);
        return Optional.of(() -> give(name).forEach(wake));
    }

    /** Those whose turn is next, as many as there are free turns now: somebody woken before may have had nothing to do any more. */
    private synchronized List<String> give(String name) {
        Account account = accounts.get(name);
        account.taken--;
        List<String> next = Stream.of(account.halfDone, account.others)
                .flatMap(Set::stream)
                .limit(most - account.taken)
                .toList();
        next.forEach(account::forget);
        if (account.taken == 0 && account.nobodyWaits()) {
            accounts.remove(name);
        }
        return next;
    }

    /** What was done in the turn is done, whatever becomes of the wake-up. */
    private static void wake(Jobs jobs, String job) {
        try {
            QuarkusTransaction.requiringNew().run(() -> jobs.wake(ProvisionJob.NAME, job));
        } catch (RuntimeException e) {
            LOG.warnf(e, "job=%s key=%s could not be woken, it looks by itself later", ProvisionJob.NAME, job);
        }
    }
}
