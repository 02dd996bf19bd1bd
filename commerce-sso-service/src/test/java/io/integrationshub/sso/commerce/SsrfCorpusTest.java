package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.StoreKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Token URLs that try to lead elsewhere, counted at the socket: every name and address resolves to this machine here, so whoever
 * connects to the port in the URL is caught by the trap. Each kind has a twin that differs only in what is wrong, and works.
 */
class SsrfCorpusTest {
    private static final String PATH = "/oauth/access_token";
    private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":3600}";
    private static Vertx vertx;
    private static HostileServer trap;
    private static HostileServer commerce;
    private static CommerceClient client;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        trap = new HostileServer(HostileServer.json(TOKEN));
        commerce = new HostileServer(HostileServer.json(TOKEN));
        InetAddress here = InetAddress.getLoopbackAddress();
        TestConfig config = TestConfig.allowing(commerce.origin());
        List<String> allowed =
                List.of(commerce.origin(), "https://api.example:" + port(trap), "https://euwest.api.elasticpath.com");
        client = new CommerceClient(
                vertx,
                new TestConfig(allowed, List.of(), config.callTimeout(), config.largestAnswer(), 1),
                TestConfig.UNLIMITED,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                host -> List.of(here));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        trap.close();
        commerce.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Arguments> corpus() {
        return Stream.of(
                        kind(
                                "http://localhost:GOOD" + PATH,
                                "http://127.0.0.1:TRAP/",
                                "https://127.0.0.1:TRAP" + PATH,
                                "http://127.1:TRAP/",
                                "http://127.0.1:TRAP/",
                                "http://2130706433:TRAP/",
                                "http://017700000001:TRAP/",
                                "http://0177.0.0.1:TRAP/",
                                "http://0x7f000001:TRAP/",
                                "http://0x7f.1:TRAP/",
                                "http://0x7f.0x0.0x0.0x1:TRAP/",
                                "http://0:TRAP/",
                                "http://0.0.0.0:TRAP/",
                                "http://[::1]:TRAP/",
                                "http://[::]:TRAP/",
                                "http://[::ffff:127.0.0.1]:TRAP/",
                                "http://[::ffff:7f00:1]:TRAP/",
                                "http://[64:ff9b::7f00:1]:TRAP/",
                                "http://[fe80::1%25lo]:TRAP/",
                                "http://169.254.169.254:TRAP/latest/meta-data/",
                                "http://[fd00:ec2::254]:TRAP/",
                                "http://10.0.0.1:TRAP/",
                                "http://192.168.0.1:TRAP/",
                                "http://100.64.0.1:TRAP/"),
                        kind(
                                "http://LOCALHOST:GOOD",
                                "http://localhost.:TRAP/",
                                "http://localhost:TRAP/",
                                "http://localhost:TRAP" + PATH,
                                "https://localhost:TRAP" + PATH,
                                "https://localhost:GOOD" + PATH,
                                "http://localhost.localdomain:TRAP/",
                                "http://LOCALHOST:TRAP/",
                                "http://localhost:22/",
                                "http://localhost:0/",
                                "http://localhost:99999/"),
                        kind(
                                "http://localhost:GOOD//oauth/access_token",
                                "http://localhost:GOOD@127.0.0.1:TRAP/",
                                "http://user@localhost:TRAP/",
                                "http://user:word@localhost:GOOD" + PATH,
                                "http://localhost:GOOD\\@127.0.0.1:TRAP/",
                                "http://localhost:GOOD#@127.0.0.1:TRAP/",
                                "http://localhost:GOOD?@127.0.0.1:TRAP/",
                                "http://localhost:GOOD%2f@127.0.0.1:TRAP/",
                                "http://localhost:GOOD/oauth/../v2/evil",
                                "http://localhost:GOOD/oauth/access_token?next=http://127.0.0.1:TRAP",
                                "http://localhost:GOOD/http://127.0.0.1:TRAP/"),
                        kind(
                                "http://localhost:GOOD/",
                                "https://evil.example:TRAP" + PATH,
                                "https://metadata.google.internal:TRAP/",
                                "https://instance-data:TRAP/",
                                "https://euwest.api.elasticpath.com:TRAP" + PATH,
                                "https://euwest.api.elasticpath.com.:TRAP" + PATH,
                                "https://euwest.api.elasticpath.com.evil.example:TRAP/",
                                "https://euwest.api.elasticpath.com%00.evil.example:TRAP/",
                                "https://ｅuwest.api.elasticpath.com:TRAP/",
                                "https://еuwest.api.elasticpath.com:TRAP/",
                                "https://euwest。api.elasticpath.com:TRAP/",
                                "http://ⓛocalhost:TRAP/",
                                "http://①②⑦.0.0.1:TRAP/"),
                        // Allowed names that lead to this machine, as after rebinding.
                        kind(
                                "http://localhost:GOOD/oauth/access_token/",
                                "https://api.example:TRAP" + PATH,
                                "api.example:TRAP",
                                "https://API.example:TRAP/"),
                        kind(
                                "http://localhost:GOOD/oauth/<access_token>",
                                "gopher://127.0.0.1:TRAP/",
                                "ftp://localhost:TRAP/",
                                "file://localhost:TRAP/etc/passwd",
                                "jar:http://127.0.0.1:TRAP!/",
                                "//127.0.0.1:TRAP/"))
                .flatMap(kind -> kind);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void opensNoConnectionWhileItsTwinWorks(String url, String twin) {
        int before = commerce.connections();

        assertThatThrownBy(() -> signIn(url)).isInstanceOf(CommerceException.class);

        assertThat(trap.connections()).isZero();
        assertThat(commerce.connections()).isEqualTo(before);
        signIn(twin);
        assertThat(commerce.connections()).isEqualTo(before + 1);
    }

    private static void signIn(String url) {
        String real = url.replace("TRAP", port(trap)).replace("GOOD", port(commerce));
        client.tryOut(new StoreKeys(real, "client", new OpenedSecret("secret"))).signIn();
    }

    private static Stream<Arguments> kind(String twin, String... urls) {
        return Stream.of(urls).map(url -> Arguments.of(url, twin));
    }

    private static String port(HostileServer server) {
        return server.origin().replaceFirst(".*:", "");
    }
}
