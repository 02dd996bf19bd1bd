package io.integrationshub.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The part of the other services in one execution: they tell what a test wants them to have seen. */
public record Outside(String store, String integration, long generation, Execution execution) {

    /** In the execution that was started by this answer to finish. */
    public Outside(String store, JsonNode started) {
        this(
                store,
                started.path("integrationId").asText(),
                started.path("generation").asLong(),
                execution(
                        started.path("executionId").asText(),
                        started.path("executionNumber").asLong()));
    }

    /** In another execution of the integration, as its event names it. */
    public Outside next(JsonNode started) {
        return new Outside(
                store,
                integration,
                generation,
                execution(started.path("id").asText(), started.path("number").asLong()));
    }

    /** A step went through. */
    public void step(String name, int order) {
        Step step = new Step(name, order, 1);
        Instant now = Instant.now();
        Events.send(
                Publisher.PROVISIONER,
                store,
                integration,
                new StepStarted(execution.id(), step, Map.of()),
                new StepSucceeded(execution.id(), step, now, 12, 0, Map.of()));
    }

    /** Everything came about. */
    public void ready(Realm... realms) {
        String id = "eu-west-1_aB3dE5fG7";
        String issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + id;
        UserPool pool = new UserPool(
                "111122223333",
                "eu-west-1",
                id,
                "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/" + id,
                "acme-shop",
                "1example23456789",
                new SealedSecret("c2VhbGVk"),
                issuer,
                issuer + "/.well-known/openid-configuration");
        List<WiredRealm> wired = List.of(realms).stream()
                .map(realm -> new WiredRealm(
                        realm,
                        "realm-" + realm,
                        "profile-" + realm,
                        "Acme",
                        "https://euwest.api.elasticpath.com/callback/" + realm,
                        "https://euwest.api.elasticpath.com/authorize/" + realm))
                .toList();
        Events.send(
                Publisher.PROVISIONER,
                store,
                integration,
                new SignInReady(generation, execution, pool, "acme-shop.auth.eu-west-1.amazoncognito.com", wired, 3));
    }

    /** It failed for good. */
    public void failed(ErrorClass errorClass, String code) {
        Failure failure = new Failure(errorClass, code, "cognito", "It did not work: " + code, "aws-credentials", null);
        Events.send(
                Publisher.PROVISIONER,
                store,
                integration,
                new ProvisioningFailed(generation, execution, "Check AWS Connection", failure));
    }

    /** One difference, seen by a look that is over. */
    public void drift(String resource, String field, DriftKind kind) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Events.send(
                Publisher.PROVISIONER,
                store,
                integration,
                new DriftDetected(generation, execution.id(), resource, field, kind, now),
                new DriftChecked(generation, execution.id(), now, 1));
    }

    private static Execution execution(String id, long number) {
        return new Execution(UUID.fromString(id), number, Trigger.CONFIGURED, "tester", null, null, Instant.EPOCH);
    }
}
