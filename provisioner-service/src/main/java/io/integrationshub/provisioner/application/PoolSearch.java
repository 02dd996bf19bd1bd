package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Ownership;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.ProvisioningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Finds the user pool of an integration: by its recorded id, else by the tag it was created with. */
@ApplicationScoped
class PoolSearch {
    private final ProvisionerConfig config;
    private final Pause pause;
    private final Provisionings provisionings;

    PoolSearch(ProvisionerConfig config, Pause pause, Provisionings provisionings) {
        this.config = config;
        this.pause = pause;
        this.provisionings = provisionings;
    }

    /**
     * @param pool null when there is none
     * @param listed how many pools were looked through, 0 when the id was known
     * @param sameName how many of these have the wanted name and are not ours
     * @param imported it existed before, and is about to be adopted because the admin asked for it
     */
    record Found(Document pool, int listed, int sameName, boolean imported) {
        Optional<Document> asOptional() {
            return Optional.ofNullable(pool);
        }
    }

    /**
     * Whose pool is sought.
     *
     * @param warn takes what is odd
     */
    record Sought(String storeId, UUID integrationId, Holdings held, IntegrationSpec spec, Consumer<String> warn) {
        static Sought of(Run run) {
            return new Sought(
                    run.state().storeId(), run.state().integrationId(), run.holdings(), run.spec(), run::warn);
        }

        /** The pool that the admin asked to adopt, and that is not held yet. */
        Optional<String> asked() {
            return Optional.ofNullable(spec.userPool().existingPoolId()).filter(id -> !id.equals(held.userPoolId()));
        }
    }

    Found find(Sought sought, UserPools pools) {
        Holdings held = sought.held();
        if (held.userPoolId() != null) {
            Optional<Document> pool = pools.describe(held.userPoolId());
            if (pool.isPresent()) {
                sought.asked().ifPresent(other -> {
                    throw ProvisioningException.conflict(
                            "POOL_ALREADY_HELD",
                            "This integration has user pool " + held.userPoolId() + " and cannot change to " + other
                                    + ": its users would be left behind. Make a new integration for the other pool",
                            "existing-pool");
                });
                requireNobodyElses(sought, pool.get());
                return new Found(pool.get(), 0, 0, false);
            }
            sought.warn()
                    .accept("User pool " + held.userPoolId()
                            + " was deleted outside the hub, and its users with it. A pool is"
                            + " searched by its tag, or made anew");
        }
        if (sought.asked().isPresent()) {
            return adopt(sought, pools, sought.asked().get());
        }
        return held.poolIntent() == null ? look(sought, pools) : settle(sought, pools);
    }

    private Found adopt(Sought sought, UserPools pools, String id) {
        Document pool = pools.describe(id)
                .orElseThrow(() -> ProvisioningException.input(
                        "EXISTING_POOL_MISSING",
                        "There is no user pool " + id + " in "
                                + sought.spec().aws().region()
                                + " of this AWS account. Copy its id from the AWS console",
                        "existing-pool"));
        requireNobodyElses(sought, pool);
        return new Found(pool, 0, 0, !Ownership.isOurs(pool, sought.integrationId()));
    }

    /** What a deleted integration of the same store left behind may be adopted, although it carries its tag. */
    private void requireNobodyElses(Sought sought, Document pool) {
        Ownership.owner(pool)
                .filter(owner -> !owner.equals(sought.integrationId().toString()))
                .filter(owner -> !wasLeft(owner, sought.storeId()))
                .ifPresent(owner -> {
                    throw ProvisioningException.conflict(
                            "POOL_OF_ANOTHER_INTEGRATION",
                            "User pool " + pool.text("Id").orElseThrow() + " carries the tag of another integration ("
                                    + owner
                                    + "). Two integrations would undo each other's changes; use another pool, or"
                                    + " take the tag " + Ownership.INTEGRATION_ID
                                    + " off when that integration is gone",
                            "existing-pool");
                });
    }

    private boolean wasLeft(String owner, String storeId) {
        try {
            return provisionings
                    .find(UUID.fromString(owner))
                    .filter(other -> other.storeId().equals(storeId) && other.phase() == Phase.REMOVED)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * After a create whose result is not known. A new pool may not be listed at once, so looking once is not enough to say that
     * there is none.
     */
    Found settle(Sought sought, UserPools pools) {
        Found found = look(sought, pools);
        for (int looks = 1; found.pool() == null && looks < config.settleLooks(); looks++) {
            pause.of(config.pollInterval());
            found = look(sought, pools);
        }
        return found;
    }

    private static Found look(Sought sought, UserPools pools) {
        List<UserPools.Summary> all = pools.list();
        // A create that is not settled may have used an earlier name than the one that is configured now.
        Set<String> names = new HashSet<>();
        names.add(sought.spec().userPool().name());
        names.add(sought.held().poolIntent());
        List<Document> ours = ours(
                sought,
                pools,
                all.stream().filter(pool -> names.contains(pool.name())).toList());
        if (ours.size() > 1) {
            sought.warn()
                    .accept(ours.size()
                            + " user pools carry the tag of this integration; the oldest, or the one with the wanted"
                            + " domain, is used");
        }
        String name = sought.spec().userPool().name();
        long named = all.stream().filter(pool -> name.equals(pool.name())).count();
        long oursNamed = ours.stream()
                .filter(pool -> pool.text("Name").filter(name::equals).isPresent())
                .count();
        return new Found(
                Ownership.choose(ours, sought.spec().userPool().domainPrefix()).orElse(null),
                all.size(),
                (int) (named - oursNamed),
                false);
    }

    private static List<Document> ours(Sought sought, UserPools pools, List<UserPools.Summary> candidates) {
        return candidates.stream()
                .flatMap(pool -> pools.describe(pool.id()).stream())
                .filter(pool -> Ownership.isOurs(pool, sought.integrationId()))
                .toList();
    }
}
