package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The whole of what the stand-in knows, one JSON tree. Not safe for threads: {@link State} hands it out under a lock. */
final class Store {
    private final ObjectNode root;

    Store(ObjectNode root) {
        this.root = root;
        if (!root.has("Accounts")) {
            root.put("Sequence", 0).putObject("Accounts");
            root.putObject("Pools");
            root.putArray("Domains");
            Account.SEEDED.forEach(this::add);
        }
    }

    ObjectNode root() {
        return root;
    }

    void add(Account account) {
        ((ObjectNode) root.get("Accounts")).set(account.accessKeyId(), account.toJson());
    }

    Optional<Account> account(String accessKeyId) {
        return Optional.ofNullable(root.get("Accounts").get(accessKeyId)).map(json -> Account.of((ObjectNode) json));
    }

    /** Grows with every pool and client: lists are paged by it, so a page never skips or repeats an entry. */
    long nextSequence() {
        long next = root.path("Sequence").asLong() + 1;
        root.put("Sequence", next);
        return next;
    }

    void add(UserPool pool) {
        pools().set(pool.id(), pool.entry());
    }

    void remove(UserPool pool) {
        pools().remove(pool.id());
    }

    UserPool pool(Caller caller, String poolId) {
        return pool(poolId).filter(pool -> pool.belongsTo(caller)).orElseThrow(() -> AwsError.noSuchPool(poolId));
    }

    Optional<UserPool> pool(String poolId) {
        return Optional.ofNullable(pools().get(poolId)).map(entry -> new UserPool((ObjectNode) entry));
    }

    Stream<UserPool> poolsOf(Caller caller) {
        return StreamSupport.stream(pools().spliterator(), false)
                .map(entry -> new UserPool((ObjectNode) entry))
                .filter(pool -> pool.belongsTo(caller));
    }

    void add(Domain domain) {
        root.withArray("Domains").add(domain.entry());
    }

    /** Domains that still exist at {@code now}, those being deleted included. */
    List<Domain> domains(Instant now) {
        List<Domain> domains = new ArrayList<>();
        for (JsonNode entry : root.path("Domains")) {
            Domain domain = new Domain((ObjectNode) entry);
            if (!domain.gone(now)) {
                domains.add(domain);
            }
        }
        return domains;
    }

    List<Domain> domainsOf(UserPool pool, Instant now) {
        return domains(now).stream()
                .filter(domain -> domain.userPoolId().equals(pool.id()))
                .toList();
    }

    /** A prefix is a DNS name of its region, shared by all accounts. */
    Optional<Domain> domain(String region, String name, Instant now) {
        return domains(now).stream()
                .filter(domain ->
                        domain.region().equals(region) && domain.name().equals(name))
                .findFirst();
    }

    void forgetGoneDomains(Instant now) {
        root.withArray("Domains").removeIf(entry -> new Domain((ObjectNode) entry).gone(now));
    }

    private ObjectNode pools() {
        return (ObjectNode) root.get("Pools");
    }
}
