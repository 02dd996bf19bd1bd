package io.integrationshub.log;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.LogWritten;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.contracts.WiredRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of executions of one integration, as the services would say them, one second apart. */
public final class Story {
    public static final SealedSecret SEALED = new SealedSecret("AbSEALEDBLOBb64");
    public static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
    public static final Failure THROTTLED = new Failure(
            ErrorClass.THROTTLED, "TooManyRequestsException", "cognito", "AWS asks to wait.", "aws-throttled", "req-1");
    public static final Failure DENIED = new Failure(
            ErrorClass.CREDENTIALS,
            "UnrecognizedClientException",
            "cognito",
            "The Access Key ID or Secret Access Key is wrong.",
            "aws-credentials",
            "req-2");

    public final String storeId;
    public final UUID integrationId;
    /** The trace that all of it belongs to. */
    public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<Envelope> events = new ArrayList<>();
    private Instant now;
    private Execution execution;
    private AutomaticRetry automaticRetry;

    public Story(String storeId) {
        this(storeId, UUID.randomUUID(), Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MICROS));
    }

    public Story(String storeId, UUID integrationId, Instant from) {
        this.storeId = storeId;
        this.integrationId = integrationId;
        this.now = from;
    }

    /** From now on the integration has this policy. */
    public Story retriedBy(AutomaticRetry policy) {
        automaticRetry = policy;
        return this;
    }

    /** Everything said so far. */
    public List<Envelope> events() {
        return List.copyOf(events);
    }

    public Execution execution() {
        return execution;
    }

    public Story requested(long number, Trigger trigger) {
        return requested(number, trigger, null);
    }

    public Story requested(long number, Trigger trigger, UUID retryOf) {
        execution = new Execution(idAt(now), number, trigger, "alice", "because", retryOf, tick());
        return say(Publisher.CONFIG, new IntegrationConfigured(3, execution, spec(automaticRetry)));
    }

    public Story deletionRequested(long number) {
        execution = new Execution(idAt(now), number, Trigger.DELETED, "alice", null, null, tick());
        return say(
                Publisher.CONFIG,
                new IntegrationDeleted(3, execution, spec(), new Deletion(DeletionPolicy.RETAIN, false, false)));
    }

    public Story started(Publisher by, String step, int order, int attempt) {
        return say(by, new StepStarted(execution.id(), new Step(step, order, attempt), Map.of("name", "EPCC")));
    }

    public Story succeeded(Publisher by, String step, int order, int attempt, int writes) {
        return say(
                by,
                new StepSucceeded(
                        execution.id(),
                        new Step(step, order, attempt),
                        now.minusSeconds(1),
                        1000,
                        writes,
                        Map.of("found", writes)));
    }

    public Story step(Publisher by, String step, int order, int attempt, int writes) {
        return started(by, step, order, attempt).succeeded(by, step, order, attempt, writes);
    }

    public Story failed(Publisher by, String step, int order, int attempt, Failure failure, Duration again) {
        Instant next = again == null ? null : now.plus(again);
        return started(by, step, order, attempt)
                .say(by, new StepFailed(execution.id(), new Step(step, order, attempt), now, 20, failure, next));
    }

    public Story skipped(Publisher by, String step, int order, int attempt) {
        return say(by, new StepSkipped(execution.id(), new Step(step, order, attempt), "not enabled"));
    }

    public Story log(Publisher by, String step, int order, int attempt, int line, String message) {
        return say(by, new LogWritten(execution.id(), new Step(step, order, attempt), line, Severity.WARN, message));
    }

    public Story provisioningFailed(String step) {
        return say(Publisher.PROVISIONER, new ProvisioningFailed(3, execution, step, DENIED));
    }

    public Story failedFor(String step, Failure failure) {
        return failed(Publisher.PROVISIONER, step, 30, 1, failure, null)
                .say(Publisher.PROVISIONER, new ProvisioningFailed(3, execution, step, failure));
    }

    public Story poolReady() {
        return say(Publisher.PROVISIONER, new PoolReady(3, execution, spec(), pool()));
    }

    public Story realmsWired() {
        return say(Publisher.COMMERCE_SSO, new RealmsWired(3, execution, List.of(wired())));
    }

    public Story signInReady() {
        return say(
                Publisher.PROVISIONER,
                new SignInReady(3, execution, pool(), "epcc.auth.eu-west-1.amazoncognito.com", List.of(wired()), 4));
    }

    public Story poolRemoved() {
        return say(
                Publisher.PROVISIONER,
                new PoolRemoved(3, execution, "eu-west-1_Ab1", DeletionPolicy.RETAIN, "The pool has users."));
    }

    public Story retryRequested(String actor) {
        return say(
                Publisher.EXECUTION_LOG,
                new ExecutionRetryRequested(execution.id(), Trigger.RETRY, actor, "keys corrected", null));
    }

    /** The whole way without a hitch, after {@link #requested}. */
    public Story straightThrough() {
        return step(Publisher.PROVISIONER, "Check AWS Connection", 20, 1, 0)
                .step(Publisher.PROVISIONER, "List User Pool", 30, 1, 0)
                .step(Publisher.PROVISIONER, "Create User Pool", 40, 1, 1)
                .log(Publisher.PROVISIONER, "Create User Pool", 40, 1, 1, "The pool is new")
                .step(Publisher.PROVISIONER, "Create User Pool Client", 60, 1, 1)
                .poolReady()
                .step(Publisher.COMMERCE_SSO, "Check Commerce Connection", 110, 1, 0)
                .step(Publisher.COMMERCE_SSO, "Buyer Organization: OIDC Profile", 120, 1, 1)
                .skipped(Publisher.COMMERCE_SSO, "Merchant Organization: Prefix", 140, 1)
                .realmsWired()
                .step(Publisher.PROVISIONER, "Update User Pool Client", 210, 2, 1)
                .step(Publisher.PROVISIONER, "Check Sign-in", 220, 2, 0)
                .signInReady();
    }

    public Story say(Publisher by, HubEvent event) {
        events.add(Envelope.of(by, tick(), storeId, integrationId, null, event)
                .withTraceparent("00-" + TRACE + "-00f067aa0ba902b7-01"));
        return this;
    }

    /** UUID version 7, as config-service makes them. */
    private static UUID idAt(Instant time) {
        UUID random = UUID.randomUUID();
        return new UUID(
                (time.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xfffL),
                random.getLeastSignificantBits());
    }

    public static IntegrationSpec spec() {
        return spec(null);
    }

    private static IntegrationSpec spec(AutomaticRetry automaticRetry) {
        return new IntegrationSpec(
                "1",
                new CommerceAccess(
                        "client-0123456789abcdef", SEALED, "https://euwest.api.elasticpath.com/oauth/access_token"),
                new AwsAccess(ACCESS_KEY, SEALED, "eu-west-1"),
                new UserPoolSpec("EPCC", "epcc", "Cognito", null, false, null, null),
                new BuyerOrganization(true, List.of("https://shop.example/callback")),
                new MerchantOrganization(true, "acme", false),
                new Templates(null, "{\"Custom\": \"TEMPLATEBODY\"}", null, null),
                null,
                automaticRetry);
    }

    private static UserPool pool() {
        return new UserPool(
                "123456789012",
                "eu-west-1",
                "eu-west-1_Ab1",
                "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab1",
                "epcc",
                "client1",
                SEALED,
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1",
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1/.well-known/openid-configuration");
    }

    private static WiredRealm wired() {
        return new WiredRealm(
                Realm.BUYER,
                "realm-1",
                "profile-1",
                "Cognito",
                "https://euwest.api.elasticpath.com/callback",
                "https://euwest.api.elasticpath.com/oidc-idp/authorize/profile-1");
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
