package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.test.Chromium;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;

/** Someone at a browser who follows the product documentation: knows labels and buttons, nothing else. */
public final class Person implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Chromium browser;
    private final String store;

    private Person(Chromium browser, String store) {
        this.browser = browser;
        this.store = store;
    }

    /** Signed in nowhere yet. */
    public static Person of(String store) {
        return new Person(Chromium.open(), store);
    }

    /** Opens a page of one of the services, and signs in when asked to. */
    public void goesTo(URI page) {
        browser.signIn(page, "anna", store, "admin", "operator");
    }

    /** Clicks the button or link of this name. */
    public void clicks(String name) {
        eventually(
                "to click " + name,
                () -> named("button:not(.quiet), a, summary", name).click());
    }

    /** Presses the button of this name, where a link has the same one. */
    public void presses(String name) {
        eventually("to press " + name, () -> named("button:not(.quiet)", name).click());
    }

    /** Types into the field of this label. */
    public void types(String label, String text) {
        eventually("to type into " + label, () -> {
            WebElement field = field(label);
            field.clear();
            field.sendKeys(text);
        });
    }

    /** Turns on the toggle of this label. */
    public void turnsOn(String label) {
        eventually("to turn on " + label, () -> field(label).click());
    }

    /** Is at the page of this heading. */
    public void sees(String heading) {
        eventually(
                "to see " + heading,
                () -> assertThat(browser.driver().findElement(By.tagName("h1")).getText())
                        .startsWith(heading));
    }

    /** Reads these words on the page, now or in a while. */
    public void reads(String... words) {
        eventually(
                "to read " + String.join(", ", words), () -> assertThat(text()).contains(words));
    }

    /** What stands on the page, in one line. */
    public String text() {
        return browser.driver().findElement(By.tagName("main")).getText().replaceAll("\\s+", " ");
    }

    /** What stands in the field of this label. */
    public String finds(String label) {
        return field(label).getDomProperty("value");
    }

    /** The page, for everybody: no error told by the browser, nothing that breaks WCAG A or AA; and a picture of it. */
    public void looks(String picture) {
        browser.screenshot("documentation-" + picture);
        List<String> violations = browser.accessibilityViolations();
        assertThat(violations).as(picture).isEmpty();
        assertThat(browser.consoleErrors()).as(picture).isEmpty();
    }

    private WebElement field(String label) {
        String id = browser.driver().findElements(By.cssSelector("label[for]")).stream()
                .filter(each -> each.getText().strip().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("label " + label))
                .getDomAttribute("for");
        return browser.driver().findElement(By.id(id));
    }

    private WebElement named(String kind, String name) {
        return browser.driver().findElements(By.cssSelector(kind)).stream()
                .filter(WebElement::isDisplayed)
                .filter(each -> each.getText().strip().equals(name) || name.equals(each.getDomAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(kind + " " + name));
    }

    /** Pages are replaced in part while they are looked at, so everything is tried until it works. */
    private static void eventually(String what, Runnable attempt) {
        await(what).pollInterval(LOOK).ignoreExceptions().untilAsserted(attempt::run);
    }

    @Override
    public void close() {
        browser.close();
    }
}
