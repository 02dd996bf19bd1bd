package io.integrationshub.log.web;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.Chromium;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The dashboard in a real browser: with the mouse, with the keyboard alone, on a phone, light and dark. */
@QuarkusTest
@HubService
class DashboardIT {
    private final String store = "store-" + UUID.randomUUID();
    private Chromium browser;
    private Story failed;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void aDayOfAStore() {
        browser = Chromium.open();
        List<Envelope> day = new ArrayList<>();
        for (int hour = 1; hour < 20; hour++) {
            for (int i = 0; i <= hour % 5; i++) {
                day.addAll(new Story(store, UUID.randomUUID(), Instant.now().minus(Duration.ofHours(hour)))
                        .requested(1, Trigger.CONFIGURED)
                        .straightThrough()
                        .events());
            }
        }
        failed = new Story(store, UUID.randomUUID(), Instant.now().minusSeconds(600))
                .retriedBy(new AutomaticRetry(3, 600, true))
                .requested(1, Trigger.CONFIGURED)
                .step(PROVISIONER, "Check AWS Connection", 20, 1, 0)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.THROTTLED, Duration.ofSeconds(3))
                .step(PROVISIONER, "Check AWS Connection", 20, 2, 0)
                .log(PROVISIONER, "List User Pool", 30, 2, 1, "<b>not bold</b>")
                .failed(PROVISIONER, "List User Pool", 30, 2, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        day.addAll(failed.events());
        day.addAll(new Story(store, UUID.randomUUID(), Instant.now().minus(Duration.ofHours(2)))
                .requested(1, Trigger.RECONFIGURED)
                .started(PROVISIONER, "List User Pool", 30, 1)
                .events());
        day.addAll(new Story(store)
                .requested(1, Trigger.UPDATED)
                .step(PROVISIONER, "List User Pool", 30, 1, 0)
                .events());
        Hub.publishAll(day);
        Hub.awaitStatus(failed, "FAILED");
        Hub.eventually()
                .untilAsserted(() -> assertThat(
                                Hub.get(store, "/api/statistics").jsonPath().getLong("executions.SUCCEEDED"))
                        .isGreaterThan(30));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageIsAccessibleFitsAPhoneAndSaysNothingOnTheConsole() {
        String execution = "/executions/" + failed.execution().id();
        browser.signIn(base, "otto", store, "operator");

        for (String page : List.of(
                "/summary",
                "/",
                "/?status=FAILED&since=2026-01-01T00:00",
                execution,
                execution + "/steps",
                execution + "/linked",
                execution + "/retry",
                "/issues",
                "/bulk-retries",
                "/dead-letters",
                "/bulk-retries/new?status=FAILED")) {
            browser.wide().light();
            browser.driver().get(base.resolve(page).toString());
            String name = "log"
                    + page.replace(failed.execution().id().toString(), "e").replaceAll("[^a-z]+", "-");
            assertThat(browser.accessibilityViolations()).as(page + " light").isEmpty();
            browser.screenshot(name);
            browser.dark();
            assertThat(browser.accessibilityViolations()).as(page + " dark").isEmpty();
            browser.narrow();
            assertThat(browser.stickingOut()).as(page + " on a phone").isEmpty();
            browser.screenshot(name + "-phone-dark");
            assertThat(browser.consoleErrors()).as(page).isEmpty();
        }
    }

    @Test
    void aPersonWithoutAMouseFindsTheFailureReadsItsErrorsAndRetries() {
        browser.signIn(base.resolve("/summary"), "otto", store, "operator");
        press("/summary", "?");
        assertThat(browser.driver().findElement(By.id("shortcuts")).isDisplayed())
                .isTrue();
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);

        browser.driver().get(base.resolve("/").toString());
        press("/", "/");
        browser.driver().switchTo().activeElement().sendKeys("secret access", Keys.ENTER);
        Hub.eventually().until(() -> browser.driver().getCurrentUrl().contains("text="));
        press(null, "j");
        WebElement row = browser.driver().switchTo().activeElement();
        assertThat(row.getDomAttribute("aria-label")).isEqualTo("EPCC, execution 1: Failed");
        row.sendKeys(Keys.ENTER);
        Hub.eventually()
                .until(() -> browser.driver()
                        .getCurrentUrl()
                        .endsWith("/executions/" + failed.execution().id()));

        press(null, "e");
        press(null, "e");
        assertThat(browser.driver().switchTo().activeElement().getText()).contains(Story.DENIED.message());

        browser.driver().findElement(By.linkText("Retry")).sendKeys(Keys.ENTER);
        Hub.eventually().until(() -> browser.driver().getCurrentUrl().endsWith("/retry"));
        assertThat(browser.driver().findElement(By.tagName("main")).getText()).contains("Next retry 1 of 3");
        browser.driver().findElement(By.name("reason")).sendKeys("keys corrected", Keys.ENTER);
        Hub.eventually().until(() -> browser.driver().getPageSource().contains("Retry requested"));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void whatHappensAppearsByItselfAndTakesNeitherScrollNorFocus() {
        browser.signIn(base, "vera", store, "viewer");
        // Far down, but not where a new row pushes it off the page.
        String last = "document.querySelectorAll('.list tbody th a')[40]";
        browser.driver().executeScript(last + ".focus(); " + last + ".scrollIntoView();");
        Number scrolled = (Number) browser.driver().executeScript("return scrollY");
        String focused = browser.driver().switchTo().activeElement().getDomAttribute("id");
        Story story = new Story(store).requested(1, Trigger.DRIFT_HEAL);

        Hub.publish(story.events());

        Hub.eventually()
                .until(() -> browser.driver().getPageSource().contains("drift-heal</td>")
                        || browser.driver()
                                .getPageSource()
                                .contains("execution-" + story.execution().id()));
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo(focused);
        assertThat(((Number) browser.driver().executeScript("return scrollY")).intValue())
                .isCloseTo(scrolled.intValue(), org.assertj.core.data.Offset.offset(200));
        assertThat(scrolled.intValue()).isPositive();
    }

    /** Presses a key with nothing in focus. */
    private void press(String page, String key) {
        if (page != null
                && !browser.driver()
                        .getCurrentUrl()
                        .startsWith(base.resolve(page).toString())) {
            browser.driver().get(base.resolve(page).toString());
        }
        WebElement active = browser.driver().switchTo().activeElement();
        active.sendKeys(key);
    }
}
