package io.integrationshub.local.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The machine's Chromium and the driver of the same version.
 *
 * @param chromium the browser
 * @param driver speaks WebDriver and starts the browser
 */
record BrowserPrograms(Path chromium, Path driver) {
    private static final Logger LOG = Logger.getLogger(BrowserPrograms.class.getName());
    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final int MINUTES = 5;

    /** What is there; where it is not, and this is root on Debian, it is installed first. Empty when there is none to be had. */
    static Optional<BrowserPrograms> findOrInstall() {
        return find().or(() -> install() ? find() : Optional.empty());
    }

    private static Optional<BrowserPrograms> find() {
        return program("chromium", "chromium-browser", "google-chrome")
                .flatMap(browser -> program("chromedriver").map(driver -> new BrowserPrograms(browser, driver)));
    }

    private static Optional<Path> program(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> folders = Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator, -1)),
                        Stream.of("/usr/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser"))
                .filter(folder -> !folder.isEmpty())
                .toList();
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT)) {
            return false;
        }
        LOG.info("Installing chromium and chromium-driver with apt-get, for the browser tests");
        return run("update", "-q")
                && run(
                        "install",
                        "-qy",
                        "--no-install-recommends",
                        "-o",
                        "DPkg::Lock::Timeout=120",
                        "chromium",
                        "chromium-driver",
                        "fonts-dejavu-core");
    }

    private static boolean run(String... arguments) {
        ProcessBuilder apt = new ProcessBuilder(APT.toString());
        apt.command().addAll(List.of(arguments));
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        apt.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = apt.start();
            if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            LOG.warning("apt-get could not be run: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
