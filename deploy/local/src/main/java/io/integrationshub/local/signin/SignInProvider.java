package io.integrationshub.local.signin;

import io.integrationshub.local.infra.ChattyLoggers;
import io.integrationshub.local.infra.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect provider for development and tests, reachable from the loopback address only. It checks no passwords
 * and no client secrets: whoever reaches it chooses the store and the roles in the token.
 */
public final class SignInProvider implements AutoCloseable {
    private static final String ISSUER_ID = "hub";

    private final MockOAuth2Server server;
    private final Path loginPage;
    private final int port;

    private SignInProvider(MockOAuth2Server server, Path loginPage, int port) {
        this.server = server;
        this.loginPage = loginPage;
        this.port = port;
    }

    /** Starts on {@code port}; 0 means a port that is free now. */
    public static SignInProvider start(int port) {
        ChattyLoggers.quieten();
        int chosen = port == 0 ? FreePort.find() : port;
        Path loginPage = unpackLoginPage();
        MockWebServerWrapper http = new MockWebServerWrapper();
        http.getMockWebServer().setServerSocketFactory(new PromptSockets());
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(
                true,
                loginPage.toString(),
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new HubTokens(ISSUER_ID)),
                http));
        server.start(InetAddress.getLoopbackAddress(), chosen);
        return new SignInProvider(server, loginPage, chosen);
    }

    /** The issuer, as in the tokens' {@code iss} claim: the value of {@code quarkus.oidc.auth-server-url}. */
    public URI issuer() {
        return URI.create("http://localhost:" + port + "/" + ISSUER_ID);
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            Files.deleteIfExists(loginPage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The provider reads its login page from a file. */
    private static Path unpackLoginPage() {
        try (InputStream page = SignInProvider.class.getResourceAsStream("login.html")) {
            Path file = Files.createTempFile("hub-login", ".html");
            Files.copy(page, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
