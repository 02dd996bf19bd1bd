package io.integrationshub.provisioner.domain;

/**
 * What the wanted domain needs. A prefix belongs to one pool of one account in its AWS region, and a pool has one prefix. Another
 * prefix would be a delete and a create: sign-in stops meanwhile, links die, and the old prefix is free for anybody. So that is
 * never done without the consent of an admin.
 */
public sealed interface DomainPlan {

    /** The pool has it; nothing to send. */
    record Present(UserPoolDomain domain) implements DomainPlan {}

    /** Neither the pool nor the account has one. */
    record Create() implements DomainPlan {}

    /** The pool has another one. */
    record Moved(String presentPrefix) implements DomainPlan {}

    /** Another pool has it. */
    record Taken() implements DomainPlan {}

    /**
     * @param pool as DescribeUserPool shows it
     * @param owner what DescribeUserPoolDomain shows of the wanted prefix, null when nothing
     */
    static DomainPlan of(Document pool, String wantedPrefix, UserPoolDomain owner) {
        String poolId = pool.text("Id").orElseThrow();
        if (owner != null && owner.userPoolId().equals(poolId)) {
            return new Present(owner);
        }
        if (owner != null) {
            return new Taken();
        }
        String presentPrefix = pool.text("Domain").orElse(wantedPrefix);
        return presentPrefix.equals(wantedPrefix) ? new Create() : new Moved(presentPrefix);
    }
}
