package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of one integration, as the other services tell them. */
record Told(Publisher publisher, Instant time, HubEvent event) {
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    static Execution execution(long number) {
        return new Execution(
                new UUID(7, number), number, Trigger.CONFIGURED, "ann", null, null, START.plusSeconds(number * 1000));
    }

    static Instant at(long number, long seconds) {
        return START.plusSeconds(number * 1000 + seconds);
    }

    static Told pool(long number, long seconds, HubEvent event) {
        return new Told(Publisher.PROVISIONER, at(number, seconds), event);
    }

    static Told sso(long number, long seconds, HubEvent event) {
        return new Told(Publisher.COMMERCE_SSO, at(number, seconds), event);
    }

    static Told started(long number, String name, int order, int attempt) {
        return pool(number, order, new StepStarted(execution(number).id(), new Step(name, order, attempt), Map.of()));
    }

    static Told succeeded(long number, String name, int order, int attempt) {
        return pool(
                number,
                order + 1,
                new StepSucceeded(
                        execution(number).id(), new Step(name, order, attempt), at(number, order), 900, 1, Map.of()));
    }

    static Told failed(long number, String name, int order, int attempt, Instant next) {
        return pool(
                number,
                order + 1,
                new StepFailed(
                        execution(number).id(),
                        new Step(name, order, attempt),
                        at(number, order),
                        900,
                        failure(ErrorClass.THROTTLED, "TooManyRequestsException"),
                        next));
    }

    static Told poolReady(long number, String prefix) {
        return pool(number, 20, new PoolReady(number, execution(number), null, userPool(prefix)));
    }

    static Told realmsWired(long number, Realm... realms) {
        return sso(number, 30, new RealmsWired(number, execution(number), wired(realms)));
    }

    static Told ready(long number, String prefix, Realm... realms) {
        return pool(
                number,
                40,
                new SignInReady(
                        number,
                        execution(number),
                        userPool(prefix),
                        prefix + ".auth.eu-west-1.amazoncognito.com",
                        wired(realms),
                        3));
    }

    static Told provisioningFailed(long number, ErrorClass errorClass, String code) {
        return pool(
                number,
                35,
                new ProvisioningFailed(number, execution(number), "Create User Pool", failure(errorClass, code)));
    }

    static Told removed(long number, DeletionPolicy outcome) {
        return pool(number, 50, new PoolRemoved(number, execution(number), "eu-west-1_aB3", outcome, null));
    }

    static Told drift(long number, long seconds, String resource, String field, DriftKind kind) {
        return pool(number, seconds, new DriftDetected(number, null, resource, field, kind, at(number, seconds)));
    }

    static Told looked(long number, long seconds, int found) {
        return pool(number, seconds, new DriftChecked(number, null, at(number, seconds), found));
    }

    static Failure failure(ErrorClass errorClass, String code) {
        return new Failure(errorClass, code, "cognito", "Something is in the way: " + code, "remedy", null);
    }

    static UserPool userPool(String prefix) {
        return new UserPool(
                "111122223333",
                "eu-west-1",
                "eu-west-1_aB3",
                "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_aB3",
                prefix,
                "client",
                new SealedSecret("c2VhbGVk"),
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aB3",
                "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aB3/.well-known/openid-configuration");
    }

    static List<WiredRealm> wired(Realm... realms) {
        return List.of(realms).stream()
                .map(realm -> new WiredRealm(
                        realm,
                        "realm-" + realm,
                        "profile-" + realm,
                        "Acme",
                        "https://ep/callback",
                        "https://ep/authorize"))
                .toList();
    }

    /** All of these, in this order, after the start of execution 1, 2, … as their times have it. */
    static Observed fold(Observed known, Told... events) {
        return fold(known, List.of(events));
    }

    static Observed fold(Observed known, List<Told> events) {
        Observed now = known;
        for (Told told : events) {
            now = Folding.with(now, told.publisher(), told.time(), told.event());
        }
        return now;
    }

    /** With this execution as the latest. */
    static Observed during(long number) {
        return Observed.NOTHING.started(execution(number), number);
    }
}
