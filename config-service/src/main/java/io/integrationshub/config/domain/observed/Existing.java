package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exists outside, as far as executions have told.
 *
 * @param pool null when there is none, or it was deleted
 * @param poolBy number of the execution that told of the pool last, 0 for none
 * @param realms wired ones
 * @param realmsBy number of the execution that told of the realms last, 0 for none
 */
public record Existing(@Nullable Pool pool, long poolBy, List<WiredRealm> realms, long realmsBy) {
    static final Existing NOTHING = new Existing(null, 0, List.of(), 0);

    public Existing {
        realms = realms == null ? List.of() : List.copyOf(realms);
    }

    /**
     * A user pool with its domain and app client; without the client's secret.
     *
     * @param signInHost null until a sign-in was seen to work there
     * @param kept its integration was deleted and it was left there
     */
    public record Pool(
            String accountId,
            String region,
            String id,
            String arn,
            String domainPrefix,
            String clientId,
            String issuer,
            String discoveryUrl,
            @Nullable String signInHost,
            boolean kept) {
        static Pool of(UserPool pool, @Nullable String signInHost) {
            return new Pool(
                    pool.accountId(),
                    pool.region(),
                    pool.id(),
                    pool.arn(),
                    pool.domainPrefix(),
                    pool.clientId(),
                    pool.issuer(),
                    pool.discoveryUrl(),
                    signInHost,
                    false);
        }

        Pool asKept() {
            return new Pool(accountId, region, id, arn, domainPrefix, clientId, issuer, discoveryUrl, signInHost, true);
        }

        private boolean at(UserPool other) {
            return id.equals(other.id()) && domainPrefix.equals(other.domainPrefix());
        }
    }

    /** The pool as this execution left it, unless a later one has told of it. */
    Existing withPool(long number, UserPool told, @Nullable String signInHost) {
        if (number < poolBy) {
            return this;
        }
        String host = signInHost == null && pool != null && pool.at(told) ? pool.signInHost() : signInHost;
        return new Existing(Pool.of(told, host), number, realms, realmsBy);
    }

    /** No pool of the integration any more; kept, it is still there. */
    Existing withoutPool(long number, boolean kept) {
        if (number < poolBy) {
            return this;
        }
        return new Existing(kept && pool != null ? pool.asKept() : null, number, realms, realmsBy);
    }

    /** True once the pool was deleted or left behind: nothing outside is the integration's any more. */
    boolean gone() {
        return poolBy > 0 && (pool == null || pool.kept());
    }

    /** The realms as this execution left them, unless a later one has told of them. */
    Existing withRealms(long number, List<WiredRealm> told) {
        return number < realmsBy ? this : new Existing(pool, poolBy, told, number);
    }
}
