package io.integrationshub.local.test;

import io.integrationshub.local.infra.ChattyLoggers;
import io.integrationshub.local.infra.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A person's browser for tests: the machine's Chromium, without a screen, as new. Where it is missing it is installed (root on
 * Debian), and where it cannot be had the test is skipped with a line that says so.
 *
 * <pre>{@code
 * try (Chromium browser = Chromium.open()) {
 *     browser.signIn(page, "anna", "store-1", "admin");
 *     browser.dark().narrow();
 *     assertThat(browser.accessibilityViolations()).isEmpty();
 *     assertThat(browser.consoleErrors()).isEmpty();
 *     browser.screenshot("summary-dark-narrow");
 * }
 * }</pre>
 *
 * Wait with Awaitility; the driver itself waits for pages only, never for elements. Needs selenium-chrome-driver and
 * com.deque.html.axe-core:selenium on the test class path.
 */
public final class Chromium implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chromium.class.getName());
    /** As https://developer.chrome.com/docs/chromium/headless and containers want it; and no call that no test asked for. */
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=en");

    private static final int NARROW = 360;
    private static final int NARROW_HEIGHT = 740;
    private static final int WIDE = 1280;
    private static final int WIDE_HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private final Path profile;

    private Chromium(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** A new browser with a profile of its own: light, wide, not signed in anywhere. Skips the test where there is none. */
    public static Chromium open() {
        Optional<BrowserPrograms> programs = BrowserPrograms.findOrInstall();
        if (programs.isEmpty()) {
            LOG.warning(
                    "SKIPPED: browser tests need chromium and chromedriver (Debian: apt-get install chromium chromium-driver)");
        }
        Assumptions.assumeTrue(programs.isPresent(), "no chromium and chromedriver on this machine");
        return start(programs.get());
    }

    private static Chromium start(BrowserPrograms programs) {
        ChattyLoggers.quieten();
        try {
            Path profile = Files.createTempDirectory("hub-chromium");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(programs.chromium().toFile());
            options.addArguments(FLAGS);
            options.addArguments("--user-data-dir=" + profile);
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(programs.driver().toFile())
                    .usingAnyFreePort()
                    .withSilent(true)
                    .build();
            ChromeDriver driver = new ChromeDriver(service, options);
            driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
            return new Chromium(driver, profile).light().wide();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The browser itself. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Opens a page; where it sends to the hub's local sign-in provider, signs in there with these claims. */
    public void signIn(URI page, String user, String store, String... roles) {
        driver.get(page.toString());
        if (driver.findElements(By.name("claims")).isEmpty()) {
            return;
        }
        String claims = "{\"store_id\":\"%s\",\"roles\":[%s],\"preferred_username\":\"%s\"}"
                .formatted(
                        store,
                        Arrays.stream(roles).map(role -> '"' + role + '"').collect(Collectors.joining(",")),
                        user);
        driver.executeScript(
                "const form = document.forms[0]; form.username.value = arguments[0]; form.claims.value = arguments[1];",
                user,
                claims);
        driver.findElement(By.cssSelector("form button")).click();
        awaitReturn(page.resolve("/").toString());
        // What the sign-in provider's page may have lacked is not the hub's.
        consoleErrors();
    }

    /** The click does not wait for all the redirects, and what is opened next would end up in one of them. */
    private void awaitReturn(String origin) {
        long begun = System.nanoTime();
        while (!driver.getCurrentUrl().startsWith(origin)
                || driver.getCurrentUrl().contains("code=")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("Not back from the sign-in: " + driver.getCurrentUrl());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A phone of 360 CSS pixels. */
    public Chromium narrow() {
        return size(NARROW, NARROW_HEIGHT);
    }

    /** A desktop window. */
    public Chromium wide() {
        return size(WIDE, WIDE_HEIGHT);
    }

    private Chromium size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** A person who likes it dark. */
    public Chromium dark() {
        return scheme("dark");
    }

    /** A person who likes it light. */
    public Chromium light() {
        return scheme("light");
    }

    /** Motion is always reduced: a colour in the middle of a transition is nobody's. */
    private Chromium scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** Errors on the console since the last call: failed scripts and requests, breaches of the content security policy. */
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /**
     * What breaks WCAG 2.2 level A or AA on the page as it is shown now, one line per element; empty when nothing does.
     *
     * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/API.md">axe.run</a>
     */
    @SuppressWarnings("unchecked")
    public List<String> accessibilityViolations() {
        if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(axe());
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
                  (results) => done(results.violations.flatMap((rule) => rule.nodes.map(
                    (node) => rule.id + ': ' + node.target + ': ' + (node.failureSummary ?? rule.help).replace(/\\s+/g, ' ')))),
                  (error) => done(['axe failed: ' + error]));
                """);
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("com.deque.html.axe-core:selenium is not on the test class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Elements that stick out of the window to the right, by name and class; empty when nobody has to scroll sideways. */
    @SuppressWarnings("unchecked")
    public List<String> stickingOut() {
        return new ArrayList<>((List<String>) driver.executeScript("""
                const width = document.documentElement.clientWidth;
                return document.documentElement.scrollWidth <= width ? [] : [...document.body.querySelectorAll('*')]
                  .filter((element) => element.getBoundingClientRect().right > width + 1)
                  .map((element) => element.tagName.toLowerCase() + '.' + element.className);
                """));
    }

    /**
     * Takes a picture of the whole page.
     *
     * @return the file, {@code target/screenshots/<name>.png}
     */
    @SuppressWarnings("unchecked")
    public Path screenshot(String name) {
        List<Number> size = (List<Number>)
                driver.executeScript(
                        "const e = document.documentElement; return [e.clientWidth, Math.max(e.scrollHeight, e.clientHeight)];");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", size.get(0), "height", size.get(1), "scale", 1)));
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        Folders.delete(profile);
    }
}
