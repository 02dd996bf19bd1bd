package io.integrationshub.provisioner.cognito;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.application.ProvisionerConfig;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.egress.RequestPlaces;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds calls back until AWS would take them: it answers too many with an error, and the hub shares an account with its owner. */
final class Throttle {
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(500);

    private final RequestPlaces requestPlaces;
    private final double share;
    private final Map<String, Pacer> pacers = new ConcurrentHashMap<>();
    private final PoolCaps poolCaps = new PoolCaps();

    Throttle(RequestPlaces requestPlaces, ProvisionerConfig config) {
        this.requestPlaces = requestPlaces;
        this.share = config.quotaShare();
    }

    /** Waits for the turn of a call. */
    void await(Quota quota, String counted, String operation, String userPoolId) {
        long at = pacers.computeIfAbsent(counted, key -> new Pacer(requestPlaces, key, quota.spacing(share)))
                .place();
        if (quota.cappedPerPool() && userPoolId != null) {
            at = poolCaps.book(operation, userPoolId, at);
        }
        pause(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
    }

    /** Everybody comes a little later. */
    void refused(String counted) {
        requestPlaces.slowDown(counted, AFTER_REFUSAL);
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
