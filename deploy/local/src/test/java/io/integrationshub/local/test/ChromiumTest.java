package io.integrationshub.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.integrationshub.local.signin.SignInProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class ChromiumTest {
    private static final String GOOD = """
            <!doctype html><html lang="en"><head><title>Good</title><link rel="icon" href="data:,">
            <meta name="viewport" content="width=device-width"></head><body><main><h1>Good</h1></main></body></html>
            """;
    private static final String BAD = """
            <!doctype html><html><head><title>Bad</title><link rel="icon" href="data:,"></head><body>
            <main><h1>Bad</h1><input><div class="long" style="width: 900px">wide</div></main>
            <script>console.error('broken thing')</script></body></html>
            """;

    private static HttpServer server;
    private static Chromium browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.open();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = exchange.getRequestURI().getPath().equals("/bad") ? BAD : GOOD;
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.stop(0);
            browser.close();
        }
    }

    @Test
    void tellsWhatIsWrongWithAPage() {
        browser.driver().get(page("/bad"));

        assertThat(browser.accessibilityViolations())
                .anySatisfy(each -> assertThat(each).startsWith("html-has-lang"))
                .anySatisfy(each -> assertThat(each).startsWith("label: input"));
        assertThat(browser.consoleErrors()).singleElement().asString().contains("broken thing");
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.narrow().stickingOut()).containsExactly("div.long");
        assertThat(browser.wide().stickingOut()).isEmpty();
    }

    @Test
    void findsNothingWrongWithAGoodPageAndTakesItsPicture() throws IOException {
        browser.dark().narrow().driver().get(page("/good"));

        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.driver()
                        .executeScript("return innerWidth + ' ' + matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo("360 true");
        assertThat(Files.size(browser.screenshot("good"))).isPositive();
        browser.light().wide();
    }

    /** As a service with pages does it: its page sends to the provider, and what takes the code sends back to the page. */
    @Test
    void isBackOnThePageWhenItIsSignedIn() {
        try (SignInProvider provider = SignInProvider.start(0)) {
            redirect(
                    "/app",
                    provider.issuer() + "/authorize?client_id=hub&response_type=code&scope=openid&redirect_uri="
                            + URLEncoder.encode(page("/back"), StandardCharsets.UTF_8));
            redirect("/back", "/good");

            browser.signIn(URI.create(page("/app")), "anna", "store-1", "admin", "viewer");

            assertThat(browser.driver().getCurrentUrl()).isEqualTo(page("/good"));
            assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("Good");
        }
    }

    private static void redirect(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private static String page(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }
}
