package io.integrationshub.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service's OpenAPI document, {@code openapi.yaml} among its resources: the service gives it out as it is, front ends and the page
 * of all operations read it without starting anything. {@code -Dopenapi.write=true} writes it anew.
 */
public final class OpenApiFile {
    private static final Path FILE =
            Path.of("src/main/resources/openapi.yaml").toAbsolutePath().normalize();

    private OpenApiFile() {}

    /**
     * Requires the file to be what the code says now; called from the folder of the service's module.
     *
     * @param generated the document as made from the code
     * @throws AssertionError when it is not
     */
    public static void requireTrue(String generated) {
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.writeString(FILE, generated);
            }
            if (!Files.exists(FILE) || !Files.readString(FILE).equals(generated)) {
                throw new AssertionError(
                        FILE + " is old: run this test with -Dopenapi.write=true, look at what changed,"
                                + " and write the page of all operations anew (ApiPageTest)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
