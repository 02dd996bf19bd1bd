package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.secrets.Recipient;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Makes sure that the pool has our app client, and that its secret is sealed for commerce-sso-service. */
@ApplicationScoped
class AppClientStep {
    private final RenderedRequests requests;
    private final Secrets secrets;

    AppClientStep(RenderedRequests requests, Secrets secrets) {
        this.requests = requests;
        this.secrets = secrets;
    }

    /** The step 'Describe User Pool Client', and 'Create User Pool Client' when there is none. */
    void converge(Run run, Cloud cloud, String userPoolId) {
        AppClients clients = cloud.appClients();
        if (run.holdings().clientId() == null || !described(run, clients, userPoolId)) {
            create(run, clients, userPoolId);
        }
    }

    private boolean described(Run run, AppClients clients, String userPoolId) {
        String clientId = run.holdings().clientId();
        return run.trail().step("Describe User Pool Client", 60, Map.of("clientId", clientId), () -> {
            Optional<AppClient> client = clients.describe(userPoolId, clientId);
            client.ifPresent(found -> hold(run, found));
            if (client.isEmpty()) {
                run.warn("App client " + clientId + " was deleted outside the hub; a new one is made");
            }
            return StepResult.read(client.isPresent(), Map.of("found", client.isPresent()));
        });
    }

    private void create(Run run, AppClients clients, String userPoolId) {
        String name = run.spec().userPool().name();
        run.trail().step("Create User Pool Client", 60, Map.of("userPoolId", userPoolId, "name", name), () -> {
            Document request = requests.createClient(run.spec(), userPoolId);
            int before = run.state().writes();
            AppClient client =
                    named(run, clients, userPoolId).orElseGet(() -> createOnce(run, clients, userPoolId, request));
            hold(run, client);
            return new StepResult<>(client.id(), run.state().writes() - before, Map.of("clientId", client.id()));
        });
    }

    private AppClient createOnce(Run run, AppClients clients, String userPoolId, Document request) {
        try {
            return run.write(held -> held.clientIntended(run.spec().userPool().name()), () -> clients.create(request));
        } catch (ProvisioningException e) {
            if (!e.unknownOutcome()) {
                throw e;
            }
            return named(run, clients, userPoolId).orElseThrow(() -> e);
        }
    }

    private static Optional<AppClient> named(Run run, AppClients clients, String userPoolId) {
        return AppClientSearch.named(clients, userPoolId, run.spec(), run.holdings(), run::warn);
    }

    private void hold(Run run, AppClient client) {
        SealedSecret secret = client.secret() == null
                ? known(run, client)
                : secrets.seal(
                        Recipient.COMMERCE_SSO,
                        new SecretContext(
                                run.state().storeId(),
                                run.state().integrationId(),
                                SecretContext.USER_POOL_CLIENT_SECRET),
                        client.secret());
        run.remember(held -> held.clientHeld(client.id(), secret));
    }

    /** After somebody added a second secret in the AWS console, Cognito shows none any more. */
    private static SealedSecret known(Run run, AppClient client) {
        if (run.holdings().clientSecret() == null) {
            throw ProvisioningException.conflict(
                    "CLIENT_SECRET_HIDDEN",
                    "Amazon Cognito does not show the secret of app client " + client.id()
                            + ", and the hub does not know"
                            + " it. Delete this app client in the AWS console and retry; a new one is made",
                    "client-secret-hidden");
        }
        return run.holdings().clientSecret();
    }
}
