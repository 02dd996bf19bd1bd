package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.RemovalPlan;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import io.integrationshub.provisioner.domain.Wish;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The second half of a deletion: the user pool goes or stays, as was agreed, then PoolRemoved. Domain, deletion protection and pool
 * go in the order that Cognito asks for, and what is gone already is done.
 */
@ApplicationScoped
class RemovalPhase {
    private final ConnectionStep connectionStep;
    private final UserPoolStep userPoolStep;
    private final DomainStep domainStep;

    RemovalPhase(ConnectionStep connectionStep, UserPoolStep userPoolStep, DomainStep domainStep) {
        this.connectionStep = connectionStep;
        this.userPoolStep = userPoolStep;
        this.domainStep = domainStep;
    }

    void run(Run run) {
        Holdings held = run.holdings();
        if (!held.anything()) {
            conclude(run, null, DeletionPolicy.DELETE, null);
        } else if (deletion(run).policy() == DeletionPolicy.RETAIN) {
            keep(
                    run,
                    held.userPoolId(),
                    "The user pool was kept with its users, domain and app client, as was asked for");
        } else {
            delete(run);
        }
    }

    private void delete(Run run) {
        ConnectionStep.Connection connection = connectionStep.check(run);
        try (Cloud cloud = connection.cloud()) {
            Optional<Document> found = userPoolStep.find(run, cloud.userPools());
            if (found.isEmpty()) {
                conclude(run, run.holdings().userPoolId(), DeletionPolicy.DELETE, "The user pool was gone already");
                return;
            }
            Document pool = found.get();
            switch (RemovalPlan.of(
                    pool, adopted(run, id(pool)), deletion(run), run.state().integrationId())) {
                case RemovalPlan.Keep keep -> keep(run, id(pool), keep.message());
                case RemovalPlan.Delete delete -> {
                    run.remember(held -> held.poolHeld(
                            connection.accountId(), run.spec().aws().region(), id(pool), !adopted(run, id(pool))));
                    domains(pool).forEach(domain -> deleteDomain(run, cloud, domain, id(pool)));
                    unprotect(run, cloud.userPools(), pool);
                    deletePool(run, cloud.userPools(), pool);
                    conclude(run, id(pool), DeletionPolicy.DELETE, null);
                }
            }
        }
    }

    private static boolean adopted(Run run, String poolId) {
        return poolId.equals(run.holdings().userPoolId())
                ? !run.holdings().poolCreatedByUs()
                : poolId.equals(run.spec().userPool().existingPoolId());
    }

    /** A domain of the owner's own, too: a pool with any cannot be deleted. */
    private static List<String> domains(Document pool) {
        return Stream.of("Domain", "CustomDomain")
                .flatMap(member -> pool.text(member).stream())
                .toList();
    }

    private void deleteDomain(Run run, Cloud cloud, String domain, String poolId) {
        run.trail().step("Delete User Pool Domain", 300, Map.of("domain", domain, "userPoolId", poolId), () -> {
            domainStep.remove(run, cloud.domains(), domain, poolId);
            return new StepResult<>(null, 1, Map.of("domain", domain));
        });
    }

    /** Even here the body is complete: a partial one resets some members and is refused because of others. */
    private static void unprotect(Run run, UserPools pools, Document pool) {
        if (pool.text("DeletionProtection").filter("ACTIVE"::equals).isEmpty()) {
            return;
        }
        run.trail().step("Turn Off Deletion Protection", 310, Map.of("userPoolId", id(pool)), () -> {
            run.write(held -> held, () -> {
                pools.update(UserPoolUpdate.current(pool).with("DeletionProtection", "INACTIVE"));
                return pool;
            });
            return new StepResult<>(null, 1, Map.of());
        });
    }

    private static void deletePool(Run run, UserPools pools, Document pool) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("userPoolId", id(pool));
        input.put("estimatedUsers", RemovalPlan.users(pool));
        run.trail().step("Delete User Pool", 320, input, () -> {
            run.write(held -> held, () -> {
                pools.delete(id(pool));
                return pool;
            });
            return new StepResult<>(null, 1, Map.of("userPoolId", id(pool)));
        });
    }

    private static void keep(Run run, String poolId, String why) {
        run.trail().skip("Delete User Pool", 320, why);
        conclude(run, poolId, DeletionPolicy.RETAIN, why);
    }

    private static void conclude(Run run, String poolId, DeletionPolicy outcome, String message) {
        Wish wish = run.state().wish();
        run.conclude(
                state -> state.holding(Holdings.NONE).in(Phase.REMOVED),
                new PoolRemoved(wish.generation(), wish.execution(), poolId, outcome, message));
    }

    private static Deletion deletion(Run run) {
        return run.state().wish().deletion();
    }

    private static String id(Document pool) {
        return pool.text("Id").orElseThrow();
    }
}
