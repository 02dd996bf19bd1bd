package io.integrationshub.local.test;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine's Chromium and the driver of the same version.
 *
 * @param chromium the browser
 * @param driver speaks WebDriver and starts the browser
 */
record BrowserPrograms(Path chromium, Path driver) {

    /** What is there; where it is not, and this is root on Debian, it is installed first. Empty when there is none to be had. */
    static Optional<BrowserPrograms> findOrInstall() {
        return find().or(() ->
                Programs.install("chromium", "chromium-driver", "fonts-dejavu-core") ? find() : Optional.empty());
    }

    private static Optional<BrowserPrograms> find() {
        return Programs.find("chromium", "chromium-browser", "google-chrome")
                .flatMap(browser -> Programs.find("chromedriver").map(driver -> new BrowserPrograms(browser, driver)));
    }
}
