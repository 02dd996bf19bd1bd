package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.provisioner.domain.Difference;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multi-factor authentication as it is configured, in the sequence that Cognito allows: turned off before the pool is updated, as a
 * sign-in without password cannot be allowed while it is on, and turned on when everything else is there.
 */
@ApplicationScoped
class MfaStep {
    private final ResourcePlans plans;

    MfaStep(ResourcePlans plans) {
        this.plans = plans;
    }

    /** The step 'Multi-Factor Authentication' of a pool that is to have none. */
    void turnOff(Run run, Cloud cloud, Document pool) {
        wanted(run, pool)
                .filter(wanted -> wanted.mode() == Mfa.OFF)
                .ifPresent(wanted -> converge(run, cloud.userPools(), pool, wanted, 35));
    }

    /** The step 'Multi-Factor Authentication' of a pool that is to have it. */
    void turnOn(Run run, Cloud cloud, Document pool) {
        wanted(run, pool)
                .filter(wanted -> wanted.mode() != Mfa.OFF)
                .ifPresent(wanted -> converge(run, cloud.userPools(), pool, wanted, 65));
    }

    /** Templates that cannot be used are told by the step that creates or updates the pool, before it sends anything. */
    private Optional<MfaPlan.Wanted> wanted(Run run, Document pool) {
        try {
            return plans.mfa(run.spec(), id(pool));
        } catch (ProvisioningException e) {
            return Optional.empty();
        }
    }

    private static void converge(Run run, UserPools pools, Document pool, MfaPlan.Wanted wanted, int order) {
        Map<String, Object> input =
                Map.of("userPoolId", id(pool), "mfa", wanted.mode().name());
        run.trail().step("Multi-Factor Authentication", order, input, () -> {
            Optional<Document> body = MfaPlan.plan(pool, shown(pools, pool), wanted);
            body.ifPresent(request -> {
                run.write(held -> held, () -> {
                    pools.setMfa(request);
                    return request;
                });
                Document now = shown(pools, pool);
                Document current = MfaPlan.current(pool, now);
                List<String> left = MfaPlan.plan(pool, now, wanted)
                        .map(again -> Difference.paths(current, again))
                        .orElse(List.of());
                Applied.require("multi-factor authentication", current, left);
            });
            return new StepResult<>(
                    null, body.isPresent() ? 1 : 0, Map.of("mfa", wanted.mode().name()));
        });
    }

    private static Document shown(UserPools pools, Document pool) {
        return pools.mfa(id(pool))
                .orElseThrow(() -> ProvisioningException.hub(
                        ErrorClass.DRIFT,
                        "POOL_GONE",
                        "The user pool " + id(pool)
                                + " was deleted outside the hub meanwhile. Retry; a new one is made",
                        "retry"));
    }

    private static String id(Document pool) {
        return pool.text("Id").orElseThrow();
    }
}
