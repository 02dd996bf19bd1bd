package io.integrationshub.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the services are packed and started. The small heap and the plain collector are what four services on one machine need;
 * C1 alone starts faster and takes less memory than both compilers.
 *
 * @param folder below a module's {@code target}
 * @param flags of the JVM; {@code %s} stands for the folder of the jar
 * @param stopLimit how long a service may take to end
 */
record Packaging(String folder, List<String> flags, Duration stopLimit) {
    // A heap that begins small: else nothing is collected before a quarter of a gigabyte has been touched once. Compact
    // headers are
    // known from JDK 25 on.
    private static final List<String> SMALL = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders");
    private static final Duration ORDINARY = Duration.ofSeconds(30);
    private static final String AOT = "quarkus-aot/quarkus-app";

    /** As {@code ./mvnw package} makes them. */
    static final Packaging PLAIN = new Packaging("quarkus-app", SMALL, ORDINARY);

    /** The layout that an AOT cache can be made of; the service writes one when it ends, which takes its time. */
    static final Packaging TRAINING = aot("-XX:AOTCacheOutput=%s/app.aot", Duration.ofMinutes(5));

    /** The same with the cache, which must be there. */
    static final Packaging TRAINED = aot("-XX:AOTCache=%s/app.aot", ORDINARY);

    Path jar(Path root, HubService service) {
        return root.resolve(service.fullName())
                .resolve("target")
                .resolve(folder)
                .resolve("quarkus-run.jar");
    }

    List<String> flags(Path jar) {
        return flags.stream()
                .map(flag -> flag.replace("%s", jar.getParent().toString()))
                .toList();
    }

    private static Packaging aot(String cache, Duration stopLimit) {
        List<String> flags = new ArrayList<>(SMALL);
        flags.add(cache);
        return new Packaging(AOT, List.copyOf(flags), stopLimit);
    }
}
