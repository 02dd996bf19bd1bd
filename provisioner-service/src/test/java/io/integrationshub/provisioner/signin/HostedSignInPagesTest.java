package io.integrationshub.provisioner.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.integrationshub.provisioner.domain.PoolUrls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostedSignInPagesTest {
    private final HostedSignInPages pages = new HostedSignInPages();
    private final AtomicReference<String> query = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theEndpointComesFromTheConfigurationOfThePool() {
        answer("/p/.well-known/openid-configuration", 200, "application/json", configuration(base() + "/p"), null);

        assertThat(pages.authorizationEndpoint(new PoolUrls(base() + "/p")))
                .isEqualTo(URI.create(base() + "/oauth2/authorize"));
    }

    @Test
    void anotherIssuerIsRefused() {
        answer("/p/.well-known/openid-configuration", 200, "application/json", configuration("https://evil"), null);

        assertThatThrownBy(() -> pages.authorizationEndpoint(new PoolUrls(base() + "/p")))
                .hasMessageContaining("ISSUER_MISMATCH");
    }

    @Test
    void aConfigurationWithoutEndpointOrThatIsNoneIsRefused() {
        answer(
                "/p/.well-known/openid-configuration",
                200,
                "application/json",
                "{\"issuer\":\"" + base() + "/p\"}",
                null);
        answer("/q/.well-known/openid-configuration", 200, "text/html", "<html>", null);

        assertThatThrownBy(() -> pages.authorizationEndpoint(new PoolUrls(base() + "/p")))
                .hasMessageContaining("NO_AUTHORIZATION_ENDPOINT");
        assertThatThrownBy(() -> pages.authorizationEndpoint(new PoolUrls(base() + "/q")))
                .hasMessageContaining("DISCOVERY_UNAVAILABLE");
        assertThatThrownBy(() -> pages.authorizationEndpoint(new PoolUrls(base() + "/none")))
                .hasMessageContaining("status 404");
    }

    @Test
    void aSignInIsFollowedToTheLoginPage() {
        answer("/oauth2/authorize", 302, "text/html", "", "/login?x=1");
        answer("/login", 200, "text/html; charset=utf-8", "<form>", null);

        assertThatCode(this::signIn).doesNotThrowAnyException();

        assertThat(query.get())
                .contains("client_id=c", "response_type=code", "scope=openid+email+profile")
                .contains("redirect_uri=https%3A%2F%2Fc.example%2Fcb%3Fa%3Db");
    }

    @Test
    void anErrorPageIsNoLoginPage() {
        answer("/oauth2/authorize", 302, "text/html", "", "/error?error=redirect_mismatch");
        answer("/error", 200, "text/html", "<h1>", null);

        assertThatThrownBy(this::signIn).hasMessageContaining("NO_LOGIN_PAGE").hasMessageContaining("/error");
    }

    @Test
    void anotherHostIsNotFollowed() {
        answer("/oauth2/authorize", 302, "text/html", "", "http://169.254.169.254/latest");

        assertThatThrownBy(this::signIn).hasMessageContaining("another host, 169.254.169.254");
    }

    @Test
    void endlessRedirectsEnd() {
        answer("/oauth2/authorize", 302, "text/html", "", "/oauth2/authorize");

        assertThatThrownBy(this::signIn).hasMessageContaining("more than 5 redirects");
    }

    @Test
    void pagesThatAreNotReadyAreSeen() {
        answer("/oauth2/authorize", 200, "text/html", "Login pages unavailable", null);

        assertThatThrownBy(this::signIn).hasMessageContaining("status 200 (text/html)");
    }

    @Test
    void aHugePageIsReadOnlyInPart() {
        answer("/oauth2/authorize", 200, "text/html", "x".repeat(5_000_000), null);

        assertThatCode(this::signIn).doesNotThrowAnyException();
    }

    @Test
    void aHostThatIsGoneIsSaidSo() {
        server.stop(0);

        assertThatThrownBy(this::signIn).hasMessageContaining("SIGN_IN_UNREACHABLE");
    }

    private void signIn() {
        pages.requireLoginPage(URI.create(base() + "/oauth2/authorize"), "c", "https://c.example/cb?a=b");
    }

    private String configuration(String issuer) {
        return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + base() + "/oauth2/authorize\"}";
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(String path, int status, String type, String body, String location) {
        server.createContext(path, exchange -> {
            query.set(
                    exchange.getRequestURI().getRawQuery() == null || path.equals("/login")
                            ? query.get()
                            : exchange.getRequestURI().getRawQuery());
            exchange.getResponseHeaders().set("Content-Type", type);
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
