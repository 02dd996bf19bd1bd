package io.integrationshub.provisioner.cognito;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.application.ProvisionerConfig;
import io.integrationshub.provisioner.application.RequestBudget;
import io.integrationshub.provisioner.application.RequestBudget.Account;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds calls back until AWS would take them: it answers too many with an error, and the hub shares an account with its owner. */
final class Throttle {
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(500);

    private final RequestBudget budget;
    private final double share;
    private final Map<Account, Pacer> pacers = new ConcurrentHashMap<>();
    private final PoolCaps poolCaps = new PoolCaps();

    Throttle(RequestBudget budget, ProvisionerConfig config) {
        this.budget = budget;
        this.share = config.quotaShare();
    }

    /** Waits for the turn of a call. */
    void await(Quota quota, Account account, String operation, String userPoolId) {
        long at = pacers.computeIfAbsent(account, key -> new Pacer(budget, key, quota.spacing(share)))
                .place();
        if (quota.cappedPerPool() && userPoolId != null) {
            at = poolCaps.book(operation, userPoolId, at);
        }
        pause(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
    }

    /** Everybody comes a little later. */
    void refused(Account account) {
        budget.slowDown(account, AFTER_REFUSAL);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProvisioningException.hub(
                    ErrorClass.TRANSIENT, "INTERRUPTED", "The hub was stopped while it waited for AWS", "wait");
        }
    }
}
