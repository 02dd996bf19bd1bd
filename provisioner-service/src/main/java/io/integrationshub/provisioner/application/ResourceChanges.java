package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.provisioner.domain.ProvisioningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what the steps would do with what was seen, from the same plans that they apply. Asks nobody. */
@ApplicationScoped
class ResourceChanges {
    private final ResourcePlans plans;
    private final PoolChange pool;
    private final ClientChange client;
    private final MfaChange mfa;

    ResourceChanges(ResourcePlans plans, PoolChange pool, ClientChange client, MfaChange mfa) {
        this.plans = plans;
        this.pool = pool;
        this.client = client;
        this.mfa = mfa;
    }

    List<ResourceChange> of(PlanPreview.Subject subject, Observed seen) {
        return Stream.of(
                        Optional.of(pool.of(subject, seen)),
                        Optional.of(DomainChange.of(subject, seen)),
                        Optional.of(client.of(subject, seen)),
                        mfa.of(subject, seen),
                        PageChange.of(subject, seen))
                .flatMap(Optional::stream)
                .map(Shown::toResourceChange)
                .toList();
    }

    /** False also when the templates cannot be used, which the pool's own change tells. */
    boolean wantsMfa(IntegrationSpec spec, String poolId) {
        try {
            return plans.mfa(spec, poolId).isPresent();
        } catch (ProvisioningException e) {
            return false;
        }
    }
}
