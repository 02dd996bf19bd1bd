package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.local.commerce.CommerceStandIn;
import io.integrationshub.local.commerce.Fault;
import io.integrationshub.local.commerce.LoggedRequest;
import io.integrationshub.local.commerce.Seeds;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.CommerceException.Outcome;
import io.integrationshub.sso.application.CommerceStore;
import io.integrationshub.sso.application.StoreKeys;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.WantedProfile;
import io.integrationshub.sso.fixtures.DiscoveryServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreAtStandInTest {
    private static final OpenedSecret APP_SECRET = new OpenedSecret("the-app-client-secret-0123456789");
    private static final String PROFILES = ".*/oidc-profiles";
    private static Vertx vertx;
    private static DiscoveryServer discovery;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private CommerceStandIn commerce;
    private CommerceClient client;
    private CommerceStore store;
    private String realm;

    @BeforeAll
    static void startShared() {
        vertx = Vertx.vertx();
        discovery = new DiscoveryServer();
    }

    @AfterAll
    static void stopShared() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        discovery.close();
    }

    @BeforeEach
    void start() {
        commerce = CommerceStandIn.start(0, null);
        client = client(Clock.systemUTC());
        store = client.open(keys(Seeds.CLIENT_SECRET));
        realm = store.buyerRealmId();
        commerce.requests().clear();
    }

    @AfterEach
    void stop() {
        client.close();
        commerce.close();
        assertThat(commerce.conformance().violations()).isEmpty();
    }

    @Test
    void createsUpdatesAndDeletesAProfileWithAllItsMembers() {
        OidcProfile created = store.createProfile(realm, wanted("Cognito"), APP_SECRET);
        OidcProfile updated = store.updateProfile(realm, created.id(), wanted("Renamed"), APP_SECRET);

        assertThat(created.hasEndpoints()).isTrue();
        assertThat(updated)
                .isEqualTo(store.profile(realm, created.id()))
                .isEqualTo(store.profiles(realm).getFirst());
        assertThat(commerce.stores().profiles(realm).getFirst().clientSecret().matches(APP_SECRET.reveal()))
                .isTrue();

        store.deleteProfile(realm, created.id());
        store.deleteProfile(realm, created.id());
        assertThat(store.profiles(realm)).isEmpty();
    }

    @Test
    void aCallTellsCommerceTheTraceItIsMadeFor() {
        SpanContext span = SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getDefault(),
                TraceState.getDefault());

        try (Scope traced = Span.wrap(span).makeCurrent()) {
            store.createProfile(realm, wanted("Cognito"), APP_SECRET);
        }

        assertThat(commerce.requests().writes())
                .extracting(LoggedRequest::trace)
                .containsExactly(span.getTraceId());
    }

    @Test
    void readsEveryPageOfTheProfiles() {
        IntStream.range(0, 230).forEach(i -> store.createProfile(realm, wanted("Profile " + i), APP_SECRET));

        assertThat(store.profiles(realm))
                .hasSize(230)
                .extracting(OidcProfile::name)
                .contains("Profile 0", "Profile 229");
    }

    @Test
    void writesRedirectUrisAndPrefix() {
        RealmSettings settings = store.realm(realm);
        MerchantMapping mapping = store.merchantMapping();

        store.putRedirectUris(settings, List.of("https://shop.example/callback"));
        store.putPrefix(mapping.id(), "acme");

        assertThat(store.realm(realm))
                .isEqualTo(new RealmSettings(realm, settings.name(), List.of("https://shop.example/callback")));
        assertThat(store.merchantMapping().prefix()).isEqualTo("acme");
    }

    @Test
    void asksForOneTokenAndUsesItForAllCallsOfAllRuns() {
        store.signIn();
        client.open(keys(Seeds.CLIENT_SECRET)).realm(realm);
        client.open(keys(Seeds.CLIENT_SECRET)).realm(realm);

        assertThat(tokenCalls()).isZero();
    }

    @Test
    void renewsTheTokenAMinuteBeforeItExpires() {
        MovableClock clock = new MovableClock();
        CommerceStore another = client(clock).open(keys(Seeds.CLIENT_SECRET));
        another.realm(realm);
        clock.now = clock.now.plus(Duration.ofMinutes(59)).minusSeconds(1);
        another.realm(realm);
        assertThat(tokenCalls()).isOne();

        clock.now = clock.now.plusSeconds(2);
        another.realm(realm);

        assertThat(tokenCalls()).isEqualTo(2);
    }

    @Test
    void signsInOnceMoreWhenTheTokenIsRefused() {
        commerce.faults().add(Fault.of(Fault.Kind.EXPIRE_TOKEN, "POST", PROFILES, 1));

        OidcProfile created = store.createProfile(realm, wanted("Cognito"), APP_SECRET);

        assertThat(store.profiles(realm)).containsExactly(created);
        assertThat(tokenCalls()).isOne();
    }

    @Test
    void doesNotSignInForEver() {
        commerce.faults().add(Fault.of(Fault.Kind.EXPIRE_TOKEN, "GET", ".*", -1));

        assertThat(failure(() -> store.realm(realm)).failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
        assertThat(commerce.requests().since(0)).hasSizeLessThan(6);
    }

    @Test
    void saysThatTheSecretIsWrongWithoutRepeatingIt() {
        String wrong = "wrong-secret-4711";

        CommerceException refused = failure(() -> client.open(keys(wrong)).signIn());

        assertThat(refused.failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
        assertThat(refused.failure().code()).isEqualTo("commerce-401");
        assertThat(refused.failure().remedyId()).isEqualTo("commerce-credentials");
        assertThat(refused.toString()).doesNotContain(wrong);
        assertThat(tokenCalls()).isOne();
    }

    @Test
    void saysThatTheKeyIsNotOfAStore() {
        CommerceStore organization = client.open(new StoreKeys(
                commerce.baseUrl() + "/oauth/access_token",
                Seeds.ORGANIZATION_CLIENT_ID,
                new OpenedSecret(Seeds.ORGANIZATION_CLIENT_SECRET)));

        assertThat(failure(organization::buyerRealmId).failure().errorClass()).isEqualTo(ErrorClass.PERMISSION);
    }

    @Test
    void repeatsReadsThroughThrottlingAndOutages() {
        commerce.faults().add(Fault.of(Fault.Kind.THROTTLE, "GET", PROFILES, 1));
        commerce.faults().add(Fault.of(Fault.Kind.HTML, "GET", PROFILES, 1));

        assertThat(store.profiles(realm)).isEmpty();
        assertThat(commerce.requests().since(0)).hasSize(3);
    }

    @Test
    void givesUpReadingAfterAFewTries() {
        commerce.faults().add(Fault.of(Fault.Kind.THROTTLE, "GET", PROFILES, -1));

        CommerceException throttled = failure(() -> store.profiles(realm));

        assertThat(throttled.failure().errorClass()).isEqualTo(ErrorClass.THROTTLED);
        assertThat(throttled.failure().code()).isEqualTo("commerce-429");
        assertThat(commerce.requests().since(0)).hasSize(3);
    }

    @Test
    void neverRepeatsACreateWhoseOutcomeIsUnknown() {
        commerce.faults().add(Fault.of(Fault.Kind.DROP_REPLY, "POST", PROFILES, 1));
        assertThat(failure(this::create).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(store.profiles(realm)).hasSize(1);

        commerce.faults().add(Fault.of(Fault.Kind.ERROR500, "POST", PROFILES, 1));
        CommerceException broken = failure(this::create);
        assertThat(broken.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(broken.failure().requestId()).isNotBlank();
        assertThat(commerce.requests().writes()).hasSize(2);
    }

    @Test
    void knowsThatAThrottledOrRefusedCreateMadeNothing() {
        commerce.faults().add(Fault.of(Fault.Kind.THROTTLE, "POST", PROFILES, 1));
        assertThat(failure(this::create).outcome()).isEqualTo(Outcome.NOT_DONE);

        create();
        CommerceException taken = failure(this::create);
        assertThat(taken.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(taken.failure().errorClass()).isEqualTo(ErrorClass.INPUT);
        assertThat(taken.failure().message()).contains("Constraint violation");
    }

    @Test
    void treatsAnUnreadableDiscoveryDocumentAsPassing() {
        WantedProfile tooEarly = new WantedProfile("Cognito", "http://localhost:1/discovery", "client", "digest");

        CommerceException early = failure(() -> store.createProfile(realm, tooEarly, APP_SECRET));

        assertThat(early.failure().errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(early.failure().remedyId()).isEqualTo("oidc-discovery");
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        commerce.faults().add(Fault.slow("POST", PROFILES, 1, Duration.ofMinutes(1)));
        CommerceClient hasty = new CommerceClient(
                vertx,
                TestConfig.allowing(commerce.baseUrl().toString()).within(Duration.ofSeconds(3)),
                TestConfig.UNLIMITED,
                Clock.systemUTC(),
                metrics,
                Names.SYSTEM);
        long from = System.nanoTime();

        CommerceException late = failure(
                () -> hasty.open(keys(Seeds.CLIENT_SECRET)).createProfile(realm, wanted("Cognito"), APP_SECRET));

        assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void namesTheMissingRight() {
        commerce.faults().add(Fault.of(Fault.Kind.DENY, "PUT", ".*", 1));
        RealmSettings settings = store.realm(realm);

        CommerceException denied = failure(() -> store.putRedirectUris(settings, List.of()));

        assertThat(denied.failure().errorClass()).isEqualTo(ErrorClass.PERMISSION);
        assertThat(denied.failure().code()).isEqualTo("commerce-403");
    }

    @Test
    void countsRequestsByOperationAndStatusAndNeverById() {
        store.realm(realm);
        commerce.faults().add(Fault.of(Fault.Kind.DENY, "GET", PROFILES, 1));
        failure(() -> store.profiles(realm));

        assertThat(counted("realm-read", "200")).isOne();
        assertThat(counted("profiles-list", "403")).isOne();
        assertThat(counted("token", "200")).isOne();
        assertThat(metrics.getMeters().toString()).doesNotContain(realm);
    }

    private double counted(String operation, String status) {
        return metrics.get("hub.commerce.requests")
                .tags("operation", operation, "status", status)
                .counter()
                .count();
    }

    private OidcProfile create() {
        return store.createProfile(realm, wanted("Cognito"), APP_SECRET);
    }

    private static CommerceException failure(Runnable call) {
        CommerceException[] thrown = new CommerceException[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(CommerceException.class, e -> thrown[0] = e);
        return thrown[0];
    }

    private long tokenCalls() {
        return commerce.requests().since(0).stream()
                .map(LoggedRequest::path)
                .filter("/oauth/access_token"::equals)
                .count();
    }

    private CommerceClient client(Clock clock) {
        return new CommerceClient(
                vertx,
                TestConfig.allowing(commerce.baseUrl().toString()),
                TestConfig.UNLIMITED,
                clock,
                metrics,
                Names.SYSTEM);
    }

    private StoreKeys keys(String secret) {
        return new StoreKeys(commerce.baseUrl() + "/oauth/access_token", Seeds.CLIENT_ID, new OpenedSecret(secret));
    }

    private static WantedProfile wanted(String name) {
        return new WantedProfile(name, discovery.url(), "app-client", "digest");
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
