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
    // A heap that begins small: else nothing is collected before a quarter of a gigabyte has been touched once.
    // A young generation that does not grow with the old one; C memory that is not used goes back to the system.
    // Compact headers are known from JDK 25 on.
    private static final List<String> SMALL = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-Xmn10m",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED");
    private static final Duration ORDINARY = Duration.ofSeconds(30);
    private static final String AOT = "quarkus-aot/quarkus-app";

    /** As {@code ./mvnw package} makes them. */
    static final Packaging PLAIN = new Packaging("quarkus-app", SMALL, ORDINARY);

    /**
     * The layout that an AOT cache can be made of; the service writes one when it ends, which takes its time. Without profiles of
     * methods: only C2 would use them, and the others had to read past them.
     */
    static final Packaging TRAINING = aot(
            Duration.ofMinutes(5),
            "-XX:AOTCacheOutput=%s/app.aot",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining");

    /** The same with the cache, which must be there. */
    static final Packaging TRAINED = aot(ORDINARY, "-XX:AOTCache=%s/app.aot");

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

    private static Packaging aot(Duration stopLimit, String... cache) {
        List<String> flags = new ArrayList<>(SMALL);
        flags.addAll(List.of(cache));
        return new Packaging(AOT, List.copyOf(flags), stopLimit);
    }
}
