package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.SignInWalks.Walk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sign-in is begun where somebody else says, and sent on by them: counted at the socket, nobody but Commerce and the allowed
 * provider is ever connected to. Every name leads to this machine here.
 */
class SignInWalkTest {
    private static final String LOGIN_PAGE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<form></form>";
    private static Vertx vertx;
    private static HostileServer trap;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        trap = new HostileServer(HostileServer.saying(LOGIN_PAGE));
    }

    @AfterAll
    static void stop() throws IOException {
        trap.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:TRAP/",
                "http://localhost:TRAP/login",
                "https://localhost:TRAP/login",
                "http://LOCALHOST:TRAP/",
                "http://localhost.:TRAP/",
                "http://[::1]:TRAP/",
                "http://[::ffff:127.0.0.1]:TRAP/",
                "http://2130706433:TRAP/",
                "http://0x7f.1:TRAP/",
                "http://user@localhost:TRAP/",
                "//localhost:TRAP/",
                "//127.0.0.1:TRAP/",
                "https://pool.auth.eu-west-1.amazoncognito.com:TRAP/login",
                "https://pool.auth.eu-west-1.amazoncognito.com/login",
                "https://evil.example:TRAP/",
                "https://a.b.auth.eu-west-1.amazoncognito.com:TRAP/",
                "https://auth.eu-west-1.amazoncognito.com.evil.example:TRAP/",
                "https://x.auth.eu-west-1.amazoncognito.com.:TRAP/",
                "https://x@y.auth.eu-west-1.amazoncognito.com@evil.example:TRAP/",
                "http://169.254.169.254/latest/meta-data/",
                "ftp://localhost:TRAP/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://localhost:TRAP\\@x/",
                "",
            })
    void aProviderThatSendsUsElsewhereIsNotFollowed(String elsewhere) throws IOException {
        String location = elsewhere.replace("TRAP", port(trap));
        try (HostileServer provider = new HostileServer(HostileServer.saying("HTTP/1.1 302 Found\r\nLocation: "
                + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))) {

            Walk walk = follow(provider.origin() + "/authorize", provider);

            assertThat(walk.failure()).isNotNull();
            assertThat(provider.connections()).isEqualTo(1);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void itsTwinThatStaysAtTheProviderIsFollowed() throws IOException {
        try (HostileServer provider = new HostileServer(HostileServer.saying(LOGIN_PAGE))) {
            Walk walk = follow(provider.origin() + "/login", provider);

            assertThat(walk.failure()).isNull();
            assertThat(walk.hops())
                    .singleElement()
                    .satisfies(hop -> assertThat(hop.status()).isEqualTo(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "", "garbage\r\n\r\n"})
    void aProviderThatDoesNotAnswerAsItShouldEndsInTime(String answer) throws IOException {
        try (HostileServer provider = new HostileServer(out -> {
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(60_000);
        })) {
            long from = System.nanoTime();

            Walk walk = follow(provider.origin() + "/login", provider, Duration.ofSeconds(1));

            assertThat(walk.failure().code()).isEqualTo("SIGN_IN_UNREACHABLE");
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://*",
                "https://*.com*",
                "http://*.example.com",
                "https://127.0.0.1",
                "amazoncognito.com",
                "https://*.auth.*.amazoncognito.com/",
                "http://localhost"
            })
    void aServiceWithABadListOfProvidersDoesNotStart(String origin) {
        assertThatThrownBy(() -> OriginPattern.of(origin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressOfTheListIsReachedAtPublicAddressesOnly() {
        EgressGuard guard = new EgressGuard(
                List.of("https://euwest.api.elasticpath.com"),
                List.of("https://*.auth.*.amazoncognito.com"),
                host -> List.of(InetAddress.getByName("10.0.0.1")));
        Origin origin = guard.originOnTheWay(URI.create("https://Pool.auth.eu-west-1.amazoncognito.com:443/login"));

        assertThat(origin.text()).isEqualTo("https://pool.auth.eu-west-1.amazoncognito.com");
        assertThatThrownBy(() -> guard.addressesOf(origin)).isInstanceOf(CommerceException.class);
    }

    private static Walk follow(String address, HostileServer provider) {
        return follow(address, provider, Duration.ofSeconds(30));
    }

    private static Walk follow(String address, HostileServer provider, Duration limit) {
        TestConfig config = TestConfig.allowing("https://euwest.api.elasticpath.com")
                .within(limit)
                .withProviders(provider.origin(), "https://*.auth.*.amazoncognito.com");
        CommerceClient client = new CommerceClient(
                vertx,
                config,
                TestConfig.UNLIMITED,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                host -> List.of(InetAddress.getLoopbackAddress()));
        try {
            return client.follow(address);
        } finally {
            client.close();
        }
    }

    private static String port(HostileServer server) {
        return server.origin().replaceFirst(".*:", "");
    }
}
