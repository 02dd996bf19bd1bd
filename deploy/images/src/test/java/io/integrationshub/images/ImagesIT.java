package io.integrationshub.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Images of what this build has made, on an empty base: a real one would have to be fetched from a registry. */
class ImagesIT {
    private static final Path ROOT =
            Path.of(System.getProperty("hub.root", "../..")).toAbsolutePath();

    @TempDir
    private Path folder;

    static final List<String> SERVICES = Images.NAMES.stream()
            .filter(name -> !name.equals(SandboxImage.NAME))
            .toList();

    @ParameterizedTest
    @FieldSource("SERVICES")
    void anImageIsATarFileWithTheServiceAndAUserWithoutRights(String service) throws Exception {
        Image image = build(service);

        assertThat(image.config().path("Entrypoint").toString())
                .startsWith("[\"java\"")
                .as("room for the objects of an AOT cache below any limit")
                .contains("\"-Xms32m\"")
                .contains("/hub/quarkus-run.jar");
        assertThat(image.config().path("ExposedPorts")).hasSize(1);
        assertThat(image.modes())
                .containsKey("hub/quarkus-run.jar")
                .anySatisfy((name, mode) -> assertThat(name).startsWith("hub/lib/main/io.integrationshub.runtime-"));
    }

    @Test
    void theStandInsAreAnImageOfTheirOwnWithoutADatabase() throws Exception {
        Image image = build(SandboxImage.NAME);

        assertThat(image.config().path("Entrypoint").toString())
                .startsWith("[\"java\"")
                .endsWith("\"io.integrationshub.local.launcher.Sandbox\"]");
        assertThat(image.config().path("ExposedPorts")).hasSize(2);
        assertThat(image.modes())
                .containsKey("hub/local.jar")
                .anySatisfy((name, mode) -> assertThat(name).startsWith("hub/lib/contracts-"))
                .allSatisfy((name, mode) -> assertThat(name).doesNotContain("postgres-binaries"));
    }

    /** What an image says of itself, and the mode of each file in it. */
    private record Image(JsonNode config, Map<String, Integer> modes) {}

    private Image build(String name) throws Exception {
        Path tar = Images.build(ROOT, "scratch", name, "1.0.0", folder);

        Map<String, byte[]> parts = files(Files.newInputStream(tar));
        JsonNode manifest =
                new ObjectMapper().readTree(parts.get("manifest.json")).path(0);
        JsonNode config = new ObjectMapper()
                .readTree(parts.get(manifest.path("Config").asText()))
                .path("config");
        assertThat(manifest.path("RepoTags").path(0).asText()).isEqualTo("integrationshub/" + name + ":1.0.0");
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/hub");
        Map<String, Integer> modes = new HashMap<>();
        for (JsonNode layer : manifest.path("Layers")) {
            modes(new GZIPInputStream(new ByteArrayInputStream(parts.get(layer.asText()))), modes);
        }
        assertThat(modes.values()).allMatch(mode -> (mode & 0222) == 0);
        return new Image(config, modes);
    }

    private static Map<String, byte[]> files(InputStream in) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }

    private static void modes(InputStream in, Map<String, Integer> modes) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    modes.put(entry.getName(), entry.getMode());
                }
            }
        }
    }
}
