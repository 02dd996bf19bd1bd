package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.AppClientUpdate;
import io.integrationshub.provisioner.domain.CallbackUrls;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.PoolUrls;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.Wish;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second half of an execution: callbacks are registered and a sign-in is begun, then SignInReady. */
@ApplicationScoped
class SignInPhase {
    private final ConnectionStep connectionStep;
    private final RenderedRequests requests;
    private final SignInPages signInPages;
    private final ProvisionerConfig config;
    private final Clock clock;

    SignInPhase(
            ConnectionStep connectionStep,
            RenderedRequests requests,
            SignInPages signInPages,
            ProvisionerConfig config,
            Clock clock) {
        this.connectionStep = connectionStep;
        this.requests = requests;
        this.signInPages = signInPages;
        this.config = config;
        this.clock = clock;
    }

    void run(Run run) {
        registerCallbacks(run);
        URI authorizationEndpoint = checkSignIn(run);
        Wish wish = run.state().wish();
        run.concludeAndWatch(
                state -> state.in(Phase.DONE),
                new SignInReady(
                        wish.generation(),
                        wish.execution(),
                        run.holdings().userPool(),
                        authorizationEndpoint.resolve("/").toString().replaceAll("/$", ""),
                        run.state().realms(),
                        run.state().writes()),
                clock.instant().plus(config.drift().afterRun()));
    }

    private void registerCallbacks(Run run) {
        UserPool pool = run.holdings().userPool();
        List<String> wanted =
                CallbackUrls.wanted(run.state().realms(), run.spec().buyer());
        Map<String, Object> input = Map.of("clientId", pool.clientId(), "callbackUrls", wanted);
        run.trail().step("Update User Pool Client", 210, input, () -> {
            Document template = requests.updateClient(run.spec(), pool.id(), pool.clientId(), wanted);
            try (Cloud cloud = connectionStep.open(run)) {
                AppClients clients = cloud.appClients();
                Optional<Document> body = plan(run, describe(clients, pool), template);
                body.ifPresent(request -> {
                    run.write(held -> held.callbacksIntended(template.texts("CallbackURLs")), () -> {
                        clients.update(request);
                        return pool;
                    });
                    requireApplied(run, describe(clients, pool), template);
                });
                run.remember(held -> held.callbacksRegistered(template.texts("CallbackURLs")));
                return new StepResult<>(null, body.isPresent() ? 1 : 0, Map.of("callbackUrls", wanted));
            }
        });
    }

    private static Optional<Document> plan(Run run, Document client, Document template) {
        return AppClientUpdate.plan(
                client, template, run.spec().userPool().name(), run.holdings().callbackUrls());
    }

    private static Document describe(AppClients clients, UserPool pool) {
        return clients.describe(pool.id(), pool.clientId())
                .map(AppClient::settings)
                .orElseThrow(() -> ProvisioningException.hub(
                        ErrorClass.DRIFT,
                        "APP_CLIENT_GONE",
                        "The app client " + pool.clientId()
                                + " was deleted outside the hub while it was being wired. Retry;"
                                + " a new one is made",
                        "retry"));
    }

    /** Without these members nobody can sign in, so a difference is not just a warning. */
    private static void requireApplied(Run run, Document client, Document template) {
        Document shown = AppClientUpdate.current(client);
        List<String> left = plan(run, client, template)
                .map(body -> AppClientUpdate.differences(shown, body))
                .orElse(List.of());
        Applied.require("app client", shown, left);
    }

    private URI checkSignIn(Run run) {
        UserPool pool = run.holdings().userPool();
        Map<String, Object> input = Map.of("discoveryUrl", pool.discoveryUrl());
        return run.trail().step("Check Sign-in", 220, input, () -> {
            URI endpoint = signInPages.authorizationEndpoint(new PoolUrls(pool.issuer()));
            for (WiredRealm realm : run.state().realms()) {
                signInPages.requireLoginPage(endpoint, pool.clientId(), realm.callbackEndpoint());
            }
            return StepResult.read(endpoint, Map.of("authorizationEndpoint", endpoint.toString()));
        });
    }
}
