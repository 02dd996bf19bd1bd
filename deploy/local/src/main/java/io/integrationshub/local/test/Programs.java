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

/** What tests need of this machine beside a JDK. */
public final class Programs {
    private static final Logger LOG = Logger.getLogger(Programs.class.getName());
    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final int MINUTES = 5;

    private Programs() {}

    /** The first of these that is there. */
    public static Optional<Path> find(String... names) {
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

    /** Installs these packages where this is root on Debian; false when they cannot be had. */
    public static boolean install(String... packages) {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT)) {
            return false;
        }
        LOG.info("Installing " + String.join(", ", packages) + " with apt-get, for tests");
        return apt("update", "-q")
                && apt(Stream.concat(
                                Stream.of("install", "-qy", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"),
                                Arrays.stream(packages))
                        .toArray(String[]::new));
    }

    private static boolean apt(String... arguments) {
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
