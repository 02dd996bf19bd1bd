package io.integrationshub.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One service as an image. Libraries lie in a layer below the service's own classes, as they change seldom; a trained AOT cache, where
 * there is one, in a layer above.
 *
 * @param app what Quarkus made of the service
 */
record ServiceImage(String service, String version, Path app) {
    private static final String CACHE = "app.aot";
    private static final Map<String, Integer> PORTS = Map.of(
            "config-service",
            8081,
            "provisioner-service",
            8082,
            "commerce-sso-service",
            8083,
            "execution-log-service",
            8084);

    /** The layout that was trained for an AOT cache where it is there, the ordinary one elsewhere. */
    static ServiceImage of(Path root, String service, String version) {
        Path target = root.resolve(service).resolve("target");
        Path trained = target.resolve("quarkus-aot/quarkus-app");
        return new ServiceImage(
                service, version, Files.exists(trained.resolve(CACHE)) ? trained : target.resolve("quarkus-app"));
    }

    JibContainerBuilder on(String base) throws InvalidImageReferenceException, IOException {
        return Plain.on(base, service, version)
                .setFileEntriesLayers(layers())
                .setExposedPorts(Set.of(Port.tcp(PORTS.get(service))))
                .setEntrypoint(entrypoint());
    }

    private List<FileEntriesLayer> layers() throws IOException {
        List<FileEntriesLayer> layers = new ArrayList<>();
        layers.add(layer("libraries", file -> file.startsWith("lib")));
        layers.add(layer("service", file -> !file.startsWith("lib") && !file.endsWith(CACHE)));
        if (hasCache()) {
            layers.add(layer("cache", file -> file.endsWith(CACHE)));
        }
        return layers;
    }

    /** An AOT cache fits only jars with the modification times it was made with; without one, times make no difference. */
    private FileEntriesLayer layer(String name, Predicate<Path> wanted) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        try (Stream<Path> files = Files.walk(app)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = app.relativize(file);
                if (wanted.test(relative)) {
                    layer.addEntry(file, Plain.HOME.resolve(relative), Plain.READABLE, time(file));
                }
            }
        }
        return layer.build();
    }

    private Instant time(Path file) {
        try {
            return hasCache() ? Files.getLastModifiedTime(file).toInstant() : Plain.SOME_TIME;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasCache() {
        return Files.exists(app.resolve(CACHE));
    }

    /** A cache that does not fit the JVM is passed over by it. */
    private List<String> entrypoint() {
        List<String> command = new ArrayList<>(Plain.JAVA);
        if (hasCache()) {
            command.add("-XX:AOTCache=" + Plain.HOME + "/" + CACHE);
        }
        command.addAll(List.of("-jar", Plain.HOME + "/quarkus-run.jar"));
        return command;
    }
}
