package io.integrationshub.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copies of the services' OpenAPI documents in {@code deploy/docs/openapi}: front ends, and the page of all operations, read
 * them without starting anything. {@code -Dopenapi.write=true} writes them anew.
 */
public final class OpenApiCopy {
    private static final Path FOLDER =
            Path.of("../deploy/docs/openapi").toAbsolutePath().normalize();

    private OpenApiCopy() {}

    /**
     * Requires a service's copy to be what the service says now; called from the folder of the service's module.
     *
     * @throws AssertionError when it is not
     */
    public static void requireTrue(String service, String document) {
        Path copy = FOLDER.resolve(service + ".yaml");
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(copy, document);
            }
            if (!Files.exists(copy) || !Files.readString(copy).equals(document)) {
                throw new AssertionError(
                        copy + " is old: run this test with -Dopenapi.write=true, look at what changed,"
                                + " and write the page of all operations anew (ApiPageTest)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
