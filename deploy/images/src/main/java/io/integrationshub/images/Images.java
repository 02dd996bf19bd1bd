package io.integrationshub.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Packs what was built, services and stand-ins, into container images, each as a tar file: {@code Images ROOT BASE VERSION FOLDER}. */
public final class Images {
    /** The services, named as their modules, and the stand-ins for AWS and Commerce. */
    static final List<String> NAMES = List.of(
            "config-service",
            "provisioner-service",
            "commerce-sso-service",
            "execution-log-service",
            SandboxImage.NAME);

    private Images() {}

    public static void main(String[] arguments)
            throws IOException, InvalidImageReferenceException, InterruptedException, ExecutionException,
                    RegistryException, CacheDirectoryCreationException {
        Path folder = Path.of(arguments[3]);
        for (String name : NAMES) {
            Path tar = build(Path.of(arguments[0]), arguments[1], name, arguments[2], folder);
            System.out.println(name + " " + tar);
        }
    }

    /**
     * Returns the tar file. The same files give the same image.
     *
     * @param base {@code scratch}, {@code tar://FILE} or a registry's image
     */
    static Path build(Path root, String base, String name, String version, Path folder)
            throws IOException, InvalidImageReferenceException, InterruptedException, ExecutionException,
                    RegistryException, CacheDirectoryCreationException {
        Files.createDirectories(folder);
        Path tar = folder.resolve(name + ".tar");
        JibContainerBuilder image = name.equals(SandboxImage.NAME)
                ? SandboxImage.on(base, root, version)
                : ServiceImage.of(root, name, version).on(base);
        image.containerize(Containerizer.to(TarImage.at(tar).named("integrationshub/" + name + ":" + version))
                .setToolName("integrations-hub")
                .setBaseImageLayersCache(folder.resolve("base-layers"))
                .setApplicationLayersCache(folder.resolve("layers")));
        return tar;
    }
}
