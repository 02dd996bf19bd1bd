package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.StoreKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that no Commerce gives: what is behind an allowed origin is not trusted either. */
class HostileAnswersTest {
    private static final String SECRET = "client-secret-0815";
    private static final Duration LIMIT = Duration.ofMillis(700);
    /** Later than any limit by far, sooner than the servers that take their time. */
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private static final long MINUTE = 60_000;
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aWellBehavedServerIsUnderstood() throws IOException {
        try (HostileServer server =
                new HostileServer(HostileServer.json("{\"access_token\":\"t\",\"expires_in\":3600}"))) {
            client(server).open(keys(server)).signIn();

            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (HostileServer target = new HostileServer(HostileServer.json("{}"));
                HostileServer server = new HostileServer(HostileServer.saying("HTTP/1.1 302 Found\r\nLocation: "
                        + target.origin() + "/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))) {
            Failure failure = failure(server);

            assertThat(target.connections()).isZero();
            assertThat(failure.code()).isEqualTo("commerce-302");
            assertThat(failure.remedyId()).isEqualTo("commerce-token-url");
        }
    }

    @Test
    void anAnswerByteByByteEndsAtTheLimit() throws IOException {
        try (HostileServer server = new HostileServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < MINUTE / 50; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            assertUnreachableInTime(server);
        }
    }

    @Test
    void headersThatNeverEndEndAtTheLimit() throws IOException {
        try (HostileServer server = new HostileServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < MINUTE / 50; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(50);
            }
        })) {
            assertUnreachableInTime(server);
        }
    }

    @Test
    void silenceEndsAtTheLimit() throws IOException {
        try (HostileServer server = new HostileServer(out -> Thread.sleep(MINUTE))) {
            assertUnreachableInTime(server);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "86400, 300", "soon, -1", "-5, -1"})
    void isLeftAloneForAsLongAsItAsks(String retryAfter, long seconds) throws IOException {
        try (HostileServer server =
                new HostileServer(HostileServer.saying("HTTP/1.1 429 Too Many Requests\r\nRetry-After: " + retryAfter
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))) {
            Instant from = Instant.now();

            assertThatThrownBy(() -> client(server).open(keys(server)).signIn())
                    .isInstanceOfSatisfying(CommerceException.class, busy -> {
                        assertThat(busy.failure().errorClass()).isEqualTo(ErrorClass.THROTTLED);
                        if (seconds < 0) {
                            assertThat(busy.notBefore()).isEqualTo(Instant.EPOCH);
                        } else {
                            assertThat(busy.notBefore())
                                    .isBetween(
                                            from.plusSeconds(seconds),
                                            Instant.now().plusSeconds(seconds));
                        }
                    });
        }
    }

    @Test
    void silenceEndsBeforeTheCallDoes() throws IOException {
        try (HostileServer server = new HostileServer(out -> Thread.sleep(MINUTE))) {
            CommerceClient patient = client(TestConfig.allowing(server.origin()).within(IN_TIME.multipliedBy(2)));
            long from = System.nanoTime();

            assertThatThrownBy(() -> patient.open(keys(server)).signIn()).isInstanceOf(CommerceException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(IN_TIME);
            patient.close();
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() throws IOException {
        AtomicInteger written = new AtomicInteger();
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (HostileServer server = new HostileServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            while (written.incrementAndGet() < 20_000) {
                out.write(chunk);
            }
        })) {
            assertThat(failure(server).code()).isEqualTo("COMMERCE_UNREACHABLE");
            assertThat(written.get()).isLessThan(2_000);
        }
    }

    @Test
    void compressedAnswersAreNotInflated() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50_000_000]);
        }
        try (HostileServer server = new HostileServer(out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + bomb.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            bomb.writeTo(out);
        })) {
            assertThat(failure(server).code()).isEqualTo("COMMERCE_NOT_UNDERSTOOD");
        }
    }

    @Test
    void deepHtmlEmptyAndTruncatedAnswersAreNotUnderstood() throws IOException {
        for (String body :
                List.of("[".repeat(100_000), "{\"a\":".repeat(500), "", "{\"access_token\":", "null", "[]", "{}")) {
            try (HostileServer server = new HostileServer(HostileServer.json(body))) {
                assertThat(failure(server).code()).isEqualTo("COMMERCE_NOT_UNDERSTOOD");
            }
        }
        try (HostileServer server = new HostileServer(
                HostileServer.saying(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>{\"access_token\":\"t\"}"))) {
            assertThat(failure(server).code()).isEqualTo("COMMERCE_NOT_UNDERSTOOD");
        }
    }

    @Test
    void closedPortSilenceAndGarbageLookAlikeFromOutside() throws IOException {
        HostileServer closed = new HostileServer(out -> {});
        closed.close();
        try (HostileServer silent = new HostileServer(out -> Thread.sleep(MINUTE));
                HostileServer garbage = new HostileServer(HostileServer.saying("SSH-2.0-OpenSSH_9.6\r\n"))) {
            assertThat(failure(closed))
                    .isEqualTo(failure(hasty(silent), silent))
                    .isEqualTo(failure(garbage));
        }
    }

    @Test
    void whatItQuotesOfUsIsTakenOut() throws IOException {
        String body = "{\"errors\":[{\"status\":401,\"title\":\"No\",\"detail\":\"bad secret " + SECRET
                + " \\r\\n\\u001b[31mforged line\"}]}";
        try (HostileServer server = new HostileServer(HostileServer.saying(
                "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body))) {
            Failure failure = failure(server);

            assertThat(failure.errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
            assertThat(failure.message()).contains("bad secret ***").doesNotContain(SECRET, "\r", "\n", "\u001b");
        }
    }

    @Test
    void aNameThatTurnsPrivateBetweenTwoCallsIsNotConnectedTo() throws IOException {
        try (HostileServer server =
                new HostileServer(HostileServer.json("{\"access_token\":\"t\",\"expires_in\":1}"))) {
            AtomicInteger asked = new AtomicInteger();
            Names rebinding = host ->
                    List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254"));
            CommerceClient client = new CommerceClient(
                    vertx,
                    TestConfig.allowing(server.origin()),
                    TestConfig.UNLIMITED,
                    Clock.systemUTC(),
                    new SimpleMeterRegistry(),
                    rebinding);
            client.open(keys(server)).signIn();

            assertThatThrownBy(() -> client.open(keys(server)).signIn())
                    .isInstanceOfSatisfying(
                            CommerceException.class,
                            refused -> assertThat(refused.failure().code()).isEqualTo("ADDRESS_NOT_PUBLIC"));
            assertThat(server.connections()).isOne();
        }
    }

    private static void assertUnreachableInTime(HostileServer server) {
        long from = System.nanoTime();

        assertThat(failure(hasty(server), server).code()).isEqualTo("COMMERCE_UNREACHABLE");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(IN_TIME);
    }

    private static Failure failure(HostileServer server) {
        return failure(client(server), server);
    }

    private static Failure failure(CommerceClient client, HostileServer server) {
        try {
            client.open(keys(server)).signIn();
        } catch (CommerceException e) {
            return e.failure();
        }
        throw new AssertionError("It was believed");
    }

    private static CommerceClient hasty(HostileServer server) {
        return client(TestConfig.allowing(server.origin()).within(LIMIT));
    }

    private static CommerceClient client(HostileServer server) {
        return client(TestConfig.allowing(server.origin()));
    }

    private static CommerceClient client(TestConfig config) {
        return new CommerceClient(
                vertx, config, TestConfig.UNLIMITED, Clock.systemUTC(), new SimpleMeterRegistry(), Names.SYSTEM);
    }

    private static StoreKeys keys(HostileServer server) {
        return new StoreKeys(server.origin() + "/oauth/access_token", "client", new OpenedSecret(SECRET));
    }
}
