package io.integrationshub.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Packs the services that were built into container images, each as a tar file: {@code Images ROOT BASE VERSION FOLDER}. */
public final class Images {
    /** The services, named as their modules. */
    static final List<String> SERVICES =
            List.of("config-service", "provisioner-service", "commerce-sso-service", "execution-log-service");

    private Images() {}

    public static void main(String[] arguments)
            throws IOException, InvalidImageReferenceException, InterruptedException, ExecutionException,
                    RegistryException, CacheDirectoryCreationException {
        Path folder = Path.of(arguments[3]);
        for (String service : SERVICES) {
            Path tar = build(Path.of(arguments[0]), arguments[1], service, arguments[2], folder);
            System.out.println(service + " " + tar);
        }
    }

    /**
     * Returns the tar file. The same files give the same image.
     *
     * @param base {@code scratch}, {@code tar://FILE} or a registry's image
     */
    static Path build(Path root, String base, String service, String version, Path folder)
            throws IOException, InvalidImageReferenceException, InterruptedException, ExecutionException,
                    RegistryException, CacheDirectoryCreationException {
        Files.createDirectories(folder);
        Path tar = folder.resolve(service + ".tar");
        ServiceImage.of(root, service, version)
                .on(base)
                .containerize(Containerizer.to(TarImage.at(tar).named("integrationshub/" + service + ":" + version))
                        .setToolName("integrations-hub")
                        .setBaseImageLayersCache(folder.resolve("base-layers"))
                        .setApplicationLayersCache(folder.resolve("layers")));
        return tar;
    }
}
