package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;

/** A checkout whose four services are {@link FakeService}, and the launcher run on it as a process of its own. */
record FakeHub(Path root, int portBase) {

    /** Failsafe runs the tests in the module's folder. */
    private static final Path MODULE = Path.of("").toAbsolutePath();

    static FakeHub in(Path folder) throws IOException {
        Path root = folder.resolve("a checkout");
        for (HubService service : HubService.values()) {
            Files.createDirectories(Packaging.PLAIN.jar(root, service).getParent());
            writeJar(Packaging.PLAIN.jar(root, service));
        }
        Path local = Files.createDirectories(root.resolve("deploy/local"));
        for (String script : List.of("up", "token")) {
            Files.copy(MODULE.resolve(script), local.resolve(script));
        }
        Files.createSymbolicLink(local.resolve("target"), MODULE.resolve("target"));
        Files.createSymbolicLink(
                root.resolve(".mvn"), MODULE.resolve("../../.mvn").normalize());
        return new FakeHub(root, freeBase());
    }

    /** What {@code ./mvnw} does in this checkout. */
    void writeMaven(String script) throws IOException {
        Path maven = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Takes away what points out of the checkout, before the checkout is deleted. */
    void unlink() throws IOException {
        Files.delete(root.resolve("deploy/local/target"));
        Files.delete(root.resolve(".mvn"));
    }

    Process up(Map<String, String> environment, String... options) throws IOException {
        return script("up", environment, options);
    }

    Process token(String... options) throws IOException {
        return script("token", Map.of(), options);
    }

    private Process script(String name, Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                root.resolve("deploy/local").resolve(name).toString(), "--port-base", String.valueOf(portBase)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HUB_JDK_SAID", "1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    Path output() {
        return root.resolve("up.out");
    }

    String printed() throws IOException {
        return Files.readString(output());
    }

    List<Integer> ports() {
        return IntStream.rangeClosed(1, Ports.highestOffset(2))
                .map(offset -> portBase + offset)
                .boxed()
                .toList();
    }

    boolean everythingIsGone() {
        return ports().stream().allMatch(FreePort::isFree);
    }

    /** A base with all its ports free, below the range from which the system takes ports for outgoing connections. */
    static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(15_000, 32_000)
                .filter(base -> IntStream.rangeClosed(1, Ports.highestOffset(2))
                        .allMatch(offset -> FreePort.isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes = FakeService.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }
}
