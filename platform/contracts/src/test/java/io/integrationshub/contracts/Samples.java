package io.integrationshub.contracts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of each kind with every member set: what the golden samples are made of. */
final class Samples {
    static final UUID INTEGRATION = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final UUID EXECUTION = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final Instant TIME = Instant.parse("2026-11-23T10:15:30.123456Z");

    private Samples() {}

    static List<HubEvent> all() {
        IntegrationSpec spec = spec();
        Execution execution = execution(Trigger.RETRY);
        Step step = new Step("List User Pool", 30, 2);
        return List.of(
                new IntegrationConfigured(3, execution, spec),
                new IntegrationPaused(4, "ada", "maintenance"),
                new IntegrationResumed(5, "ada", "done"),
                new IntegrationDeleted(
                        3, execution(Trigger.DELETED), spec, new Deletion(DeletionPolicy.RETAIN, true, true)),
                new PoolReady(3, execution, spec, userPool()),
                new PoolRemoved(
                        3,
                        execution(Trigger.DELETED),
                        "eu-west-1_AbCdEfGhI",
                        DeletionPolicy.RETAIN,
                        "it holds 12 users"),
                new SignInReady(
                        3,
                        execution,
                        userPool(),
                        "https://acme-shop.auth.eu-west-1.amazoncognito.com",
                        List.of(wired(Realm.BUYER), wired(Realm.MERCHANT)),
                        2),
                new ProvisioningFailed(3, execution, "User Pool Domain", failure(ErrorClass.CONFLICT)),
                new RealmsWired(3, execution, List.of(wired(Realm.BUYER), wired(Realm.MERCHANT))),
                new RealmsUnwired(3, execution(Trigger.DELETED), spec, new Deletion(DeletionPolicy.DELETE, true, true)),
                new WiringFailed(3, execution, "Check Commerce Connection", failure(ErrorClass.CREDENTIALS)),
                new DriftDetected(3, EXECUTION, "cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED, TIME),
                new DriftChecked(3, EXECUTION, TIME, 1),
                new ExecutionRetryRequested(EXECUTION, Trigger.RETRY, "grace", "the domain is free now", 3L),
                new StepStarted(EXECUTION, step, document("name", "EPCC")),
                new StepSucceeded(EXECUTION, step, TIME, 42, 1, document("userPoolId", "eu-west-1_AbCdEfGhI")),
                new StepFailed(EXECUTION, step, TIME, 42, failure(ErrorClass.THROTTLED), TIME.plusSeconds(2)),
                new StepSkipped(EXECUTION, step, "the realm is switched off"),
                new LogWritten(EXECUTION, step, 1, Severity.WARN, "3 pools have this name"));
    }

    private static Execution execution(Trigger trigger) {
        UUID before = UUID.fromString("019ab000-0000-7000-8000-000000000003");
        return new Execution(EXECUTION, 7, trigger, "ada", "the domain is free now", before, TIME);
    }

    private static IntegrationSpec spec() {
        return new IntegrationSpec(
                "1",
                new CommerceAccess(
                        "client-id",
                        new SealedSecret("AQAAAAFjb21tZXJjZQ=="),
                        "https://euwest.api.elasticpath.com/oauth/access_token"),
                new AwsAccess("AKIAIOSFODNN7EXAMPLE", new SealedSecret("AQAAAAFhd3M="), "eu-west-1"),
                new UserPoolSpec(
                        "EPCC",
                        "acme-shop",
                        "Cognito",
                        "eu-west-1_AbCdEfGhI",
                        true,
                        Mfa.OPTIONAL,
                        new HostedUi(".banner-customizable {}", "iVBORw0KGgo=")),
                new BuyerOrganization(true, List.of("https://shop.example.com/oidc")),
                new MerchantOrganization(true, "acme", true),
                new Templates("{}", "{}", "{}", "{}"),
                new DriftPolicy(true, List.of("cognito.UserPoolClient.RefreshTokenValidity")),
                new AutomaticRetry(5, 10, true));
    }

    private static UserPool userPool() {
        return new UserPool(
                "111122223333",
                "eu-west-1",
                "eu-west-1_AbCdEfGhI",
                "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEfGhI",
                "acme-shop",
                "3n4b5urk1ft4fl3mg5e62d9ado",
                new SealedSecret("AQAAAAFwb29s"),
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI/.well-known/openid-configuration");
    }

    private static WiredRealm wired(Realm realm) {
        String base = "https://euwest.api.elasticpath.com/oidc-idp";
        return new WiredRealm(
                realm, "realm-id", "profile-id", "Cognito", base + "/callback/stores/s", base + "/login/stores/s");
    }

    private static Failure failure(ErrorClass errorClass) {
        return new Failure(
                errorClass, "SomeException", "cognito", "What happened and what to do.", "a-remedy", "req-1");
    }

    private static Map<String, Object> document(String name, String value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(name, value);
        document.put("count", 3);
        document.put("found", true);
        return document;
    }
}
