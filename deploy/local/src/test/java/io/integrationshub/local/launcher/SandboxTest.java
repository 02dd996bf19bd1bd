package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.local.cognito.CognitoStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {

    @Test
    void theStandInsStayOnTheLoopbackAddressUnlessToldOtherwise() {
        assertThat(Sandbox.Request.parse().address().isLoopbackAddress()).isTrue();
        assertThat(Sandbox.Request.parse("--listen", "loopback").open()).isFalse();
        assertThat(Sandbox.Request.parse("--listen", "any").address().isAnyLocalAddress())
                .isTrue();
        assertThat(Sandbox.Request.parse("--to", "elsewhere"))
                .isEqualTo(new Sandbox.Request(false, Optional.of("elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--open", "--listen", "--to", "--listen=any"})
    void whatItDoesNotKnowItRefuses(String argument) {
        assertThatThrownBy(() -> Sandbox.Request.parse(argument)).isInstanceOf(UsageException.class);
    }

    @Test
    void bothStandInsStartAndStop() {
        Sandbox sandbox = Sandbox.start(Sandbox.Request.parse(), new Sandbox.Doors(0, 0));

        sandbox.close();
    }

    @Test
    void aForwardedStandInIsAtLocalhostAndTakesRequestAfterRequest() throws IOException, InterruptedException {
        try (CognitoStandIn cognito = CognitoStandIn.start(0, null);
                Forwarder forwarder = Forwarder.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "localhost",
                        cognito.endpoint().getPort());
                HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                assertThat(status(http, forwarder.localPort())).isEqualTo(200);
            }
        }
    }

    @Test
    void nobodyBehindItEndsTheConnectionAndNotTheForwarder() throws IOException, InterruptedException {
        CognitoStandIn gone = CognitoStandIn.start(0, null);
        int port = gone.endpoint().getPort();
        gone.close();
        try (Forwarder forwarder =
                        Forwarder.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "localhost", port);
                HttpClient http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> status(http, forwarder.localPort())).isInstanceOf(IOException.class);

            try (CognitoStandIn back = CognitoStandIn.start(port, null)) {
                assertThat(back.endpoint().getPort()).isEqualTo(port);
                assertThat(status(http, forwarder.localPort())).isEqualTo(200);
            }
        }
    }

    private static int status(HttpClient http, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/_control/state"))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
