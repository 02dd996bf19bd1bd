package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Ownership;
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

    PoolSearch(ProvisionerConfig config, Pause pause) {
        this.config = config;
        this.pause = pause;
    }

    /**
     * @param pool null when there is none
     * @param listed how many pools were looked through, 0 when the id was known
     * @param sameName how many of these have the wanted name and are not ours
     */
    record Found(Document pool, int listed, int sameName) {
        Optional<Document> asOptional() {
            return Optional.ofNullable(pool);
        }
    }

    /**
     * Whose pool is sought.
     *
     * @param warn takes what is odd
     */
    record Sought(UUID integrationId, Holdings held, IntegrationSpec spec, Consumer<String> warn) {
        static Sought of(Run run) {
            return new Sought(run.state().integrationId(), run.holdings(), run.spec(), run::warn);
        }
    }

    Found find(Sought sought, UserPools pools) {
        Holdings held = sought.held();
        if (held.userPoolId() != null) {
            Optional<Document> pool = pools.describe(held.userPoolId());
            if (pool.isPresent()) {
                return new Found(pool.get(), 0, 0);
            }
            sought.warn()
                    .accept("User pool " + held.userPoolId()
                            + " was deleted outside the hub, and its users with it. A pool is"
                            + " searched by its tag, or made anew");
        }
        return held.poolIntent() == null ? look(sought, pools) : settle(sought, pools);
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
                Ownership.choose(ours, sought.spec().userPool().domainPrefix()).orElse(null), all.size(), (int)
                        (named - oursNamed));
    }

    private static List<Document> ours(Sought sought, UserPools pools, List<UserPools.Summary> candidates) {
        return candidates.stream()
                .flatMap(pool -> pools.describe(pool.id()).stream())
                .filter(pool -> Ownership.isOurs(pool, sought.integrationId()))
                .toList();
    }
}
