package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.application.ConnectionReport.Account;
import io.integrationshub.provisioner.application.ConnectionReport.Domain;
import io.integrationshub.provisioner.application.ConnectionReport.DomainStatus;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Permission;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SamePlace;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries an admin's AWS keys with reads only, before anything is configured with them. */
@ApplicationScoped
public class ConnectionCheck {
    private final Clouds clouds;
    private final ProvisionerConfig config;

    ConnectionCheck(Clouds clouds, ProvisionerConfig config) {
        this.clouds = clouds;
        this.config = config;
    }

    /**
     * What to try.
     *
     * @param domainPrefix whose availability is asked for; null for none
     * @param userPoolId a pool to try the permissions on; null for the one that is held, if any
     */
    public record Subject(
            AwsKeys keys,
            Holdings held,
            @Nullable String domainPrefix,
            @Nullable String userPoolId) {
        Optional<String> pool() {
            return Optional.ofNullable(userPoolId).or(() -> Optional.ofNullable(held.userPoolId()));
        }
    }

    /** Whatever AWS says is an answer; nothing is thrown for it. */
    public ConnectionReport check(Subject subject) {
        Question question = new Question(config.questionTimeout());
        Probes probes = new Probes(question);
        try {
            KeyTrouble.requireLastingKeys(subject.keys());
            try (Cloud cloud = clouds.open(subject.keys())) {
                return check(subject, question, probes, cloud);
            }
        } catch (ProvisioningException e) {
            return report(subject, question, probes, null, null, e.failure());
        }
    }

    private ConnectionReport check(Subject subject, Question question, Probes probes, Cloud cloud) {
        Account account;
        try {
            Cloud.CallerIdentity caller = question.ask(cloud::identity);
            account = new Account(caller.accountId(), caller.arn(), caller.isRoot());
        } catch (ProvisioningException e) {
            Failure told = KeyTrouble.explain(e.failure(), subject.keys(), clouds, question);
            return report(subject, question, probes, null, null, told);
        }
        Failure failure = elsewhere(subject, account);
        probes.of(Permission.LIST_USER_POOLS, () -> cloud.userPools().first());
        subject.pool().ifPresent(pool -> probePool(cloud, pool, probes));
        Domain domain = subject.domainPrefix() == null ? null : domain(subject, cloud, probes);
        return report(subject, question, probes, account, domain, failure);
    }

    private static void probePool(Cloud cloud, String pool, Probes probes) {
        boolean exists = probes.of(
                        Permission.DESCRIBE_USER_POOL, () -> cloud.userPools().describe(pool))
                .isPresent();
        if (!exists) {
            return;
        }
        probes.of(Permission.GET_USER_POOL_MFA_CONFIG, () -> cloud.userPools().mfa(pool));
        probes.of(Permission.LIST_USER_POOL_CLIENTS, () -> cloud.appClients().first(pool))
                .ifPresent(client -> probes.of(
                        Permission.DESCRIBE_USER_POOL_CLIENT,
                        () -> cloud.appClients().describe(pool, client)));
    }

    private static Domain domain(Subject subject, Cloud cloud, Probes probes) {
        String prefix = subject.domainPrefix();
        Optional<UserPoolDomain> owner = probes.of(
                Permission.DESCRIBE_USER_POOL_DOMAIN, () -> cloud.domains().describe(prefix));
        DomainStatus status;
        if (!probes.granted(Permission.DESCRIBE_USER_POOL_DOMAIN)) {
            status = DomainStatus.UNKNOWN;
        } else if (owner.isEmpty()) {
            status = DomainStatus.FREE;
        } else {
            status = subject.pool().equals(owner.map(UserPoolDomain::userPoolId))
                    ? DomainStatus.OURS
                    : DomainStatus.TAKEN_IN_ACCOUNT;
        }
        return new Domain(prefix, cloud.signInHost(prefix), status);
    }

    private static @Nullable Failure elsewhere(Subject subject, Account account) {
        try {
            SamePlace.require(subject.held(), account.id(), subject.keys().region());
            return null;
        } catch (ProvisioningException e) {
            return e.failure();
        }
    }

    private static ConnectionReport report(
            Subject subject,
            Question question,
            Probes probes,
            @Nullable Account account,
            @Nullable Domain domain,
            @Nullable Failure failure) {
        Failure told = failure == null ? probes.failure() : failure;
        String region = subject.keys().region();
        return new ConnectionReport(
                told == null,
                account,
                region,
                probes.checks(),
                domain,
                told,
                account == null ? null : Permission.policy(account.arn(), account.id(), region),
                question.elapsed().toMillis(),
                question.calls());
    }
}
