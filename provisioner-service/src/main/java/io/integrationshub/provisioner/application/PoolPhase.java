package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.PoolUrls;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import io.integrationshub.provisioner.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The first half of an execution: user pool, domain, app client, second factor and look, then PoolReady. */
@ApplicationScoped
class PoolPhase {
    private final ConnectionStep connectionStep;
    private final UserPoolStep userPoolStep;
    private final DomainStep domainStep;
    private final AppClientStep appClientStep;
    private final MfaStep mfaStep;
    private final SignInPageStep signInPageStep;

    PoolPhase(
            ConnectionStep connectionStep,
            UserPoolStep userPoolStep,
            DomainStep domainStep,
            AppClientStep appClientStep,
            MfaStep mfaStep,
            SignInPageStep signInPageStep) {
        this.connectionStep = connectionStep;
        this.userPoolStep = userPoolStep;
        this.domainStep = domainStep;
        this.appClientStep = appClientStep;
        this.mfaStep = mfaStep;
        this.signInPageStep = signInPageStep;
    }

    void run(Run run) {
        ConnectionStep.Connection connection = connectionStep.check(run);
        try (Cloud cloud = connection.cloud()) {
            Optional<Document> found = userPoolStep.find(run, cloud.userPools());
            found.ifPresent(pool -> mfaStep.turnOff(run, cloud, pool));
            Document pool = userPoolStep.converge(run, connection, found);
            String poolId = pool.text("Id").orElseThrow();
            UserPoolDomain domain = domainStep.converge(run, cloud, pool);
            appClientStep.converge(run, cloud, poolId);
            mfaStep.turnOn(run, cloud, pool);
            signInPageStep.converge(run, cloud, domain);
            conclude(run, pool, cloud.urls(pool));
        }
    }

    private static void conclude(Run run, Document pool, PoolUrls urls) {
        Wish wish = run.state().wish();
        Holdings held = run.holdings();
        UserPool ready = new UserPool(
                held.accountId(),
                held.region(),
                held.userPoolId(),
                pool.text("Arn").orElse(""),
                wish.spec().userPool().domainPrefix(),
                held.clientId(),
                held.clientSecret(),
                urls.issuer(),
                urls.discoveryUrl());
        run.conclude(
                state -> state.holding(state.holdings().announced(ready)).in(Phase.AWAITING_REALMS),
                new PoolReady(wish.generation(), wish.execution(), wish.spec(), ready));
    }
}
