package io.integrationshub.local.cognito;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Cognito's request rates, each a token bucket that fills at the rate and holds what comes in during the burst. Off until they are
 * asked for, as most tests send more than an account may.
 */
public final class RateLimits {
    private static final double SECOND = 1e9;

    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<Account, long[]> counts = new TreeMap<>(Account.ORDER);
    private Optional<Rule> rule = Optional.empty();

    RateLimits() {
        this(System::nanoTime);
    }

    RateLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * What is allowed.
     *
     * @param share of the rates per account that Cognito documents, above 0; the cap of an operation on one pool stays
     * @param burstMs how many milliseconds' worth of requests may come at once
     */
    public record Rule(double share, long burstMs) {
        /** As documented, with one second's worth at once. */
        public static final Rule DOCUMENTED = new Rule(1, 1_000);

        public Rule {
            if (!(share > 0) || burstMs < 1) {
                throw new IllegalArgumentException("share and burstMs must be above 0");
            }
        }
    }

    /** What one category of one account was asked, of so much a second that it may be. */
    public record Usage(
            String account, String region, String category, double perSecond, long allowed, long throttled) {}

    private record Account(String id, String region, RateCategory category) {
        static final Comparator<Account> ORDER =
                Comparator.comparing(Account::id).thenComparing(Account::region).thenComparing(Account::category);
    }

    /** From now on, all buckets full. */
    public synchronized void enforce(Rule wanted) {
        off();
        rule = Optional.of(wanted);
    }

    /** From now on nothing is refused, and nothing counted. */
    public synchronized void off() {
        rule = Optional.empty();
        buckets.clear();
        counts.clear();
    }

    public synchronized Optional<Rule> rule() {
        return rule;
    }

    /** Since they are enforced. */
    public synchronized List<Usage> usage() {
        return counts.entrySet().stream()
                .map(entry -> new Usage(
                        entry.getKey().id(),
                        entry.getKey().region(),
                        entry.getKey().category().label(),
                        entry.getKey().category().perSecond()
                                * rule.orElseThrow().share(),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .toList();
    }

    /** @param userPoolId empty for none */
    synchronized void require(Caller caller, String operation, String userPoolId) {
        Optional<RateCategory> counted = RateCategory.of(operation);
        if (rule.isEmpty() || counted.isEmpty()) {
            return;
        }
        RateCategory category = counted.get();
        Account account = new Account(caller.accountId(), caller.region(), category);
        Rule now = rule.get();
        Bucket ofAccount = bucket(account.toString(), category.perSecond() * now.share(), now.burstMs());
        Bucket ofPool = category.cappedPerPool() && !userPoolId.isEmpty()
                ? bucket(operation + " " + userPoolId, RateCategory.PER_POOL, 1_000)
                : null;
        boolean allowed = ofAccount.holds() && (ofPool == null || ofPool.holds());
        counts.computeIfAbsent(account, key -> new long[2])[allowed ? 0 : 1]++;
        if (!allowed) {
            throw new AwsError("TooManyRequestsException", "Rate exceeded");
        }
        ofAccount.take();
        if (ofPool != null) {
            ofPool.take();
        }
    }

    private Bucket bucket(String key, double perSecond, long burstMs) {
        Bucket bucket = buckets.computeIfAbsent(key, first -> new Bucket(perSecond, burstMs, nanos.getAsLong()));
        bucket.fill(nanos.getAsLong());
        return bucket;
    }

    private static final class Bucket {
        private final double perSecond;
        private final double capacity;
        private double tokens;
        private long filledAt;

        Bucket(double perSecond, long burstMs, long now) {
            this.perSecond = perSecond;
            this.capacity = Math.max(1, perSecond * burstMs / 1_000);
            this.tokens = capacity;
            this.filledAt = now;
        }

        void fill(long now) {
            tokens = Math.min(capacity, tokens + (now - filledAt) / SECOND * perSecond);
            filledAt = now;
        }

        boolean holds() {
            return tokens >= 1;
        }

        void take() {
            tokens--;
        }
    }
}
