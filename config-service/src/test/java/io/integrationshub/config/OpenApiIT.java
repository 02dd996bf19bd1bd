package io.integrationshub.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The copy of the OpenAPI document that front ends read without starting anything. {@code -Dopenapi.write=true} writes it anew. */
@QuarkusTest
class OpenApiIT extends RunningService {
    private static final Path COPY = Path.of("../deploy/docs/openapi/config-service.yaml")
            .toAbsolutePath()
            .normalize();

    @Test
    void theCopyIsWhatTheServiceSays() throws IOException {
        String document = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, document);
        }

        assertThat(Files.readString(COPY))
                .as("Run this test with -Dopenapi.write=true and look at what changed")
                .isEqualTo(document);
    }
}
