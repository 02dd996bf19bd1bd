package io.integrationshub.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
     * Requires the file to be what the code says now, and what the service gives out; called from the folder of the service's module.
     *
     * @param port of the service, run by a test, which makes the document from the code at {@code /generated-openapi}
     * @throws AssertionError when it is not
     */
    public static void requireTrue(int port) {
        try {
            String generated = get(port, "/generated-openapi");
            if (Boolean.getBoolean("openapi.write")) {
                Files.writeString(FILE, generated);
                return;
            }
            if (!Files.exists(FILE) || !Files.readString(FILE).equals(generated)) {
                throw new AssertionError(
                        FILE + " is old: run this test with -Dopenapi.write=true, look at what changed,"
                                + " and write the page of all operations anew (ApiPageTest)");
            }
            if (!get(port, "/q/openapi").equals(generated)) {
                throw new AssertionError("/q/openapi is not " + FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(int port, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/yaml")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
