package io.integrationshub.log.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.Browser;
import io.integrationshub.local.test.Chromium;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** Alerts in a real browser: with the mouse, with the keyboard alone, on a phone, light and dark. */
@QuarkusTest
@HubService
class AlertBrowserIT {
    private final String store = "store-" + UUID.randomUUID();
    private final String secret = "/" + UUID.randomUUID();
    private Chromium browser;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void aBrowser() {
        browser = Chromium.open();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageIsAccessibleFitsAPhoneAndSaysNothingOnTheConsole() {
        browser.signIn(base.resolve("/alerts"), "anna", store, "admin");
        looksRight("/alerts", "alerts-none");
        Story story = new Story(store, UUID.randomUUID(), Instant.now());
        String failures = make("Failures to the night shift", "EXECUTION_FAILED", null, secret, null);
        String broken = make("Slow executions", "EXECUTION_DURATION", "90000", "/broken" + secret, null);
        make("Keys of EPCC", "CONNECTION_ERROR", null, secret, story.integrationId);
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .failedFor("List User Pool", Story.DENIED)
                .events());
        for (String rule : new String[] {failures, broken, broken}) {
            Hub.as(store, "admin")
                    .contentType("application/json")
                    .post("/api/alert-rules/{id}/test", rule)
                    .then()
                    .statusCode(202);
        }
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        Hub.eventually()
                .untilAsserted(() -> assertThat(anna.get("/alerts").body())
                        .doesNotContain("None yet", "Sending")
                        .contains("Sent", "Failed"));

        looksRight("/alerts", "alerts");
        looksRight("/alerts/new", "alerts-new");
        looksRight("/alerts/" + failures, "alerts-rule");
        looksRight("/alerts/" + broken, "alerts-rule-broken");
        looksRight("/alerts/" + failures + "/remove", "alerts-remove");
        looksRight("/instances", "alerts-instances");
        looksRight("/audit", "alerts-audit");
    }

    @Test
    void aRuleIsMadeWithTheMouseTriedTurnedOffAndRemoved() {
        browser.signIn(base.resolve("/summary"), "anna", store, "admin");
        click(By.linkText("Alerts"));
        click(By.linkText("New alert"));
        assertThat(shown("milliseconds")).isFalse();
        click(By.cssSelector("#trigger [value=EXECUTION_DURATION]"));
        assertThat(shown("milliseconds")).isTrue();
        assertThat(shown("severity")).isFalse();
        type("milliseconds", "soon");
        type("target", origin() + secret);
        click(By.cssSelector(".rule .primary"));
        Hub.eventually().until(() -> text(By.id("name-objection")).equals("Give the rule a name."));
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("role"))
                .isEqualTo("alert");
        assertThat(text(By.id("milliseconds-objection"))).startsWith("Give the duration in milliseconds");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.screenshot("alerts-refused");
        assertThat(browser.consoleErrors())
                .allSatisfy(error -> assertThat(error).contains("422"));
        type("name", "Slow ones");
        type("milliseconds", "90000");
        click(By.cssSelector(".rule .primary"));
        Hub.eventually().until(() -> text(By.cssSelector(".cards li:target")).contains("1 min 30 s or longer"));

        click(By.cssSelector("[id^=test-]"));
        Hub.eventually().until(() -> text(By.id("notices-live")).contains("A test by anna."));
        Hub.eventually().until(() -> text(By.cssSelector("[data-announce]")).equals("Sent"));
        assertThat(browser.driver().getPageSource()).doesNotContain(secret);
        click(By.xpath("//button[text()='Turn off']"));
        Hub.eventually().until(() -> text(By.cssSelector(".cards h2")).startsWith("○ Off"));
        click(By.cssSelector("[id^=remove-]"));
        Hub.eventually().until(() -> text(By.tagName("h1")).equals("Remove Slow ones?"));
        click(By.cssSelector(".destructive"));
        Hub.eventually().until(() -> text(By.cssSelector(".empty")).startsWith("No alerts yet."));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aRuleIsChangedWithTheKeyboardAlone() {
        make("Failures", "EXECUTION_FAILED", null, secret, null);
        browser.signIn(base.resolve("/alerts"), "anna", store, "admin");
        browser.driver().switchTo().activeElement().sendKeys("j");
        WebElement rule = browser.driver().switchTo().activeElement();
        assertThat(rule.getText()).isEqualTo("Failures");
        rule.sendKeys(Keys.ENTER);
        Hub.eventually()
                .until(() -> !browser.driver().findElements(By.id("name")).isEmpty());
        WebElement field = browser.driver().findElement(By.tagName("h1"));
        for (int i = 0; i < 30 && !"name".equals(field.getDomAttribute("id")); i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            field = browser.driver().switchTo().activeElement();
        }
        field.sendKeys(Keys.TAB);
        WebElement trigger = browser.driver().switchTo().activeElement();
        assertThat(trigger.getDomAttribute("id")).isEqualTo("trigger");
        trigger.sendKeys("N");
        field.sendKeys(Keys.END, " by night", Keys.ENTER);

        Hub.eventually().until(() -> text(By.cssSelector(".cards li:target")).contains("Failures by night"));
        assertThat(text(By.cssSelector(".cards li"))).contains("Nothing is heard of an execution at work");
        Hub.as(store, "admin").get("/api/alert-rules").then().body("items[0].target", endsWith(secret));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private void looksRight(String page, String name) {
        browser.wide().light();
        browser.driver().get(base.resolve(page).toString());
        assertThat(browser.accessibilityViolations()).as(name + " light").isEmpty();
        browser.screenshot(name);
        browser.dark();
        assertThat(browser.accessibilityViolations()).as(name + " dark").isEmpty();
        browser.screenshot(name + "-dark");
        browser.narrow();
        assertThat(browser.stickingOut()).as(name + " on a phone").isEmpty();
        browser.screenshot(name + "-phone-dark");
        assertThat(browser.driver().getPageSource()).doesNotContain(secret);
        assertThat(browser.consoleErrors()).as(name).isEmpty();
    }

    private String make(String name, String trigger, String threshold, String path, UUID integration) {
        return Hub.as(store, "admin")
                .contentType("application/json")
                .body("""
                        {"name":"%s","trigger":"%s","threshold":%s,"integrationId":%s,"channel":"WEBHOOK","target":"%s%s"}""".formatted(name, trigger, quoted(threshold), quoted(integration), origin(), path))
                .post("/api/alert-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String origin() {
        return ConfigProvider.getConfig().getValue("hub.log.alerts.local-origins", String.class);
    }

    private void click(By by) {
        Hub.eventually().until(() -> !browser.driver().findElements(by).isEmpty());
        browser.driver().findElement(by).click();
    }

    private void type(String field, String text) {
        WebElement element = browser.driver().findElement(By.id(field));
        element.clear();
        element.sendKeys(text);
    }

    private boolean shown(String field) {
        return browser.driver().findElement(By.id(field)).isDisplayed();
    }

    private String text(By by) {
        try {
            return browser.driver().findElement(by).getText();
        } catch (NoSuchElementException | StaleElementReferenceException e) {
            return "";
        }
    }
}
