package io.integrationshub.config.web;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.test.Chromium;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A store admin at the pages: speaks of labels and buttons as they are on the screen. */
final class Admin implements AutoCloseable {
    static final String CLIENT_SECRET = "canary-commerce-secret-0123456789";
    static final String AWS_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final int TABS = 60;

    private final Chromium browser;
    private final URI base;

    private Admin(Chromium browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    static Admin signedIn(URI base, String store, String... roles) {
        Chromium browser = Chromium.open();
        browser.signIn(base, "anna", store, roles);
        Admin admin = new Admin(browser, base);
        admin.sees("Integrations Hub");
        return admin;
    }

    Chromium browser() {
        return browser;
    }

    void open(String path) {
        browser.driver().get(base.resolve(path).toString());
    }

    /** What stands on the page, in one line. */
    String text() {
        return patiently(
                () -> browser.driver().findElement(By.tagName("main")).getText().replaceAll("\\s+", " "));
    }

    /** Pages are replaced in part while they are looked at; what was there a moment ago is looked for again. */
    private <T> T patiently(Supplier<T> look) {
        return await().ignoreException(StaleElementReferenceException.class).until(look::get, Objects::nonNull);
    }

    String address() {
        return URI.create(browser.driver().getCurrentUrl()).getPath();
    }

    /** Waits for the page of this heading. */
    void sees(String heading) {
        await("heading " + heading)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                browser.driver().findElement(By.tagName("h1")).getText())
                        .startsWith(heading));
        quiet();
    }

    void reads(String... words) {
        await().untilAsserted(() -> assertThat(text()).contains(words));
        quiet();
    }

    /** The same of a page that does not change by itself: looks again until it says so. */
    void readsInTime(String... words) {
        await().untilAsserted(() -> {
            browser.driver().navigate().refresh();
            assertThat(text()).contains(words);
        });
        quiet();
    }

    /** The field of a label. */
    WebElement field(String label) {
        WebElement found = browser.driver().findElements(By.cssSelector("label")).stream()
                .filter(each ->
                        each.getText().lines().findFirst().orElse("").strip().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("label " + label));
        return browser.driver().findElement(By.id(found.getDomAttribute("for")));
    }

    void types(String label, String text) {
        quiet();
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses one of several, or agrees to something. */
    void chooses(String label) {
        browser.driver().findElements(By.cssSelector("label.choice")).stream()
                .filter(each -> each.getText().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("choice " + label))
                .click();
    }

    /** What stands in a text area of this accessible name. */
    String area(String name) {
        return patiently(() -> textArea(name).getDomProperty("value"));
    }

    void typesInto(String name, String text) {
        quiet();
        WebElement area = textArea(name);
        area.clear();
        area.sendKeys(text);
    }

    private WebElement textArea(String name) {
        return browser.driver().findElements(By.tagName("textarea")).stream()
                .filter(each -> each.getAccessibleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("text area " + name));
    }

    void clicks(String button) {
        quiet();
        await(button).ignoreExceptions().until(() -> {
            button(button).click();
            return true;
        });
    }

    /** Waits until nothing is being sent or put in place. */
    private void quiet() {
        await().until(() -> browser.driver()
                .findElements(By.cssSelector(".htmx-request, .htmx-swapping, .htmx-settling"))
                .isEmpty());
    }

    WebElement button(String name) {
        return browser.driver().findElements(By.cssSelector("button:not(.quiet), a, summary")).stream()
                .filter(WebElement::isDisplayed)
                .filter(each -> name.equals(each.getDomAttribute("aria-label"))
                        || each.getText().strip().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("button " + name));
    }

    String message(String label) {
        String described = field(label).getDomAttribute("aria-describedby");
        return browser.driver()
                .findElement(By.id(described.substring(
                        0, described.indexOf(' ') < 0 ? described.length() : described.indexOf(' '))))
                .getText();
    }

    /** Goes with Tab alone to the field or button of this accessible name. */
    void tabsTo(String name) {
        for (int i = 0; i < TABS; i++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            WebElement focused = browser.driver().switchTo().activeElement();
            if (focused.getAccessibleName().startsWith(name)) {
                return;
            }
        }
        throw new NoSuchElementException("Tab never reaches " + name);
    }

    void presses(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    /** The page is as it should be for everybody: by machine's judgement, dark and light, wide and narrow; pictures are taken. */
    void looksRight(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            for (boolean narrow : new boolean[] {false, true}) {
                Chromium shown = dark ? browser.dark() : browser.light();
                shown = narrow ? shown.narrow() : shown.wide();
                shown.screenshot(name + (dark ? "-dark" : "-light") + (narrow ? "-narrow" : ""));
                assertThat(browser.stickingOut()).as(name).isEmpty();
                List<String> violations = browser.accessibilityViolations();
                assertThat(violations).as(name + (dark ? " dark" : " light")).isEmpty();
            }
        }
        browser.light().wide();
        assertThat(browser.consoleErrors()).as(name).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
    }
}
