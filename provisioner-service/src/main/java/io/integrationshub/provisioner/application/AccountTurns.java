package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.runtime.jobs.Backoff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets only so many integrations of one AWS account be worked on at a time. All of them wait for the same request rates, so more
 * would only keep workers from other accounts.
 */
@Singleton
class AccountTurns {
    /** Until the next look for a free turn. */
    static final Backoff PAUSE = new Backoff(Duration.ofMillis(500), Duration.ofMillis(500));

    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();

    AccountTurns(ProvisionerConfig config) {
        this.most = config.runsPerAccount();
    }

    /** A turn of an account, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty when all turns of the account are taken. The keys stand for the account, which is not known yet. */
    synchronized Optional<Turn> take(AwsAccess aws) {
        String account = aws.accessKeyId() + " " + aws.region();
        if (taken.getOrDefault(account, 0) >= most) {
            return Optional.empty();
        }
        taken.merge(account, 1, Integer::sum);
        return Optional.of(() -> give(account));
    }

    private synchronized void give(String account) {
        taken.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }
}
