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
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
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
                execution + "/payload",
                execution + "/linked",
                execution + "?level=ERROR",
                "/?columns=trigger&columns=reason&columns=code&columns=changes&columns=revision",
                "/instances",
                "/logs",
                "/logs?level=ERROR&text=secret",
                "/audit",
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
    void aRefusalIsAccessibleAndFitsAPhone() {
        browser.signIn(base, "otto", store, "operator");
        browser.driver().get(base.resolve("/?since=yesterday").toString());

        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("This could not be read");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.dark().narrow();
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.stickingOut()).isEmpty();
        browser.screenshot("log-refusal-phone-dark");
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
    void whatHappensWhileSomebodyReadsWaitsBehindAButton() {
        browser.signIn(base, "vera", store, "viewer");
        awaitStream();
        String last = "document.querySelectorAll('.list tbody th a')[40]";
        browser.driver().executeScript(last + ".focus(); " + last + ".scrollIntoView();");
        Object scrolled = browser.driver().executeScript("return scrollY");
        WebElement focused = browser.driver().switchTo().activeElement();
        Story story = new Story(store).requested(1, Trigger.DRIFT_HEAL);

        Hub.publish(story.events());

        WebElement pill = browser.driver().findElement(By.cssSelector("#news button"));
        Hub.eventually().until(() -> pill.getText().equals("1 new execution"));
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(focused);
        assertThat(browser.driver().executeScript("return scrollY")).isEqualTo(scrolled);
        assertThat(text(By.id("announcement"))).isEqualTo("1 new execution");
        browser.screenshot("log-list-news");
        pill.click();
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("href"))
                .isEqualTo("/executions/" + story.execution().id());
        assertThat(pill.isDisplayed()).isFalse();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void whatHappensWhileNobodyReadsAppearsAndMovesOn() {
        browser.signIn(base, "vera", store, "viewer");
        awaitStream();
        Story story = new Story(store).requested(1, Trigger.DRIFT_HEAL);

        Hub.publish(story.events());

        By row = By.id("row-" + story.execution().id());
        Hub.eventually().until(() -> text(row).contains("Queued"));
        Hub.publish(story.straightThrough().events());
        Hub.eventually().until(() -> text(row).contains("Successful"));
        assertThat(browser.driver().findElements(row)).hasSize(1);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aLogIsFollowedLineByLineUntilItEnds() {
        Story story = new Story(store).requested(1, Trigger.CONFIGURED).started(PROVISIONER, "List User Pool", 30, 1);
        Hub.publish(story.events());
        Hub.awaitStatus(story, "RUNNING");
        browser.signIn(base.resolve("/executions/" + story.execution().id()), "vera", store, "viewer");
        awaitStream();

        Hub.publish(story.failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .events());

        Hub.eventually().until(() -> text(By.id("lines")).contains(Story.DENIED.message()));
        Hub.publish(story.provisioningFailed("List User Pool").events());
        Hub.eventually().until(() -> text(By.id("lines")).contains("Ending Instance"));
        Hub.eventually().until(() -> text(By.id("summary")).contains("Failed"));
        Hub.eventually()
                .until(() -> "over"
                        .equals(browser.driver().executeScript("return document.documentElement.dataset.stream")));
        assertThat(browser.driver().findElements(By.cssSelector("#lines tr")))
                .extracting(row -> row.getDomAttribute("id"))
                .doesNotHaveDuplicates();
        assertThat(text(By.id("announcement"))).isEqualTo("Failed");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void stepOutputsAreATreeThatFoldsAndIsCopied() {
        browser.signIn(base.resolve("/executions/" + failed.execution().id() + "/steps"), "vera", store, "viewer");
        WebElement step = browser.driver().findElement(By.id("step-1"));
        step.findElement(By.tagName("summary")).click();
        WebElement output = step.findElement(By.cssSelector("[id$=-output]"));
        WebElement tree = output.findElement(By.cssSelector(".tree"));
        assertThat(tree.getText()).contains("userPool", "\"EPCC\"", "****MPLE");

        output.findElement(By.cssSelector("[data-fold]")).click();

        assertThat(tree.getText()).doesNotContain("EPCC");
        output.findElement(By.cssSelector("[data-copy]")).click();
        Hub.eventually().until(() -> text(By.id("announcement")).equals("Copied"));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aViewIsSavedAndALineOfTheLogsLeadsToItsExecution() {
        browser.signIn(base.resolve("/?status=FAILED&columns=code"), "vera", store, "viewer");
        browser.driver().findElement(By.cssSelector(".save summary")).click();
        browser.driver().findElement(By.cssSelector(".save [name=name]")).sendKeys("What fails", Keys.ENTER);
        Hub.eventually()
                .until(() -> browser.driver()
                        .findElement(By.linkText("What fails"))
                        .getDomAttribute("aria-current")
                        .equals("true"));
        assertThat(browser.driver().findElement(By.cssSelector(".list thead")).getText())
                .contains("Error code")
                .doesNotContain("Duration");

        browser.driver().get(base.resolve("/logs?level=ERROR&text=access+key").toString());
        press(null, "j");
        WebElement link = browser.driver().switchTo().activeElement();
        assertThat(link.getText()).isEqualTo("View in Execution Context");
        link.sendKeys(Keys.ENTER);
        Hub.eventually().until(() -> browser.driver().getCurrentUrl().contains("#line-"));
        assertThat(text(By.cssSelector("tr:target"))).contains(Story.DENIED.message());
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private void awaitStream() {
        Hub.eventually()
                .until(() -> "open"
                        .equals(browser.driver().executeScript("return document.documentElement.dataset.stream")));
    }

    private String text(By by) {
        try {
            return (String) browser.driver()
                    .executeScript(
                            "return arguments[0].textContent.trim()",
                            browser.driver().findElement(by));
        } catch (NoSuchElementException | StaleElementReferenceException e) {
            return "";
        }
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
