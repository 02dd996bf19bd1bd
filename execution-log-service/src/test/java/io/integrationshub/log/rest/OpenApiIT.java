package io.integrationshub.log.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.log.HubService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API's description in the documentation is that of the service; {@code -Dopenapi.write=true} brings it up to date. */
@QuarkusTest
@HubService
class OpenApiIT {
    private static final Path COPY = Path.of("..", "deploy", "docs", "openapi", "execution-log-service.yaml");

    @Test
    void theCopyIsTrue() throws IOException {
        String now = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                // Where the test's sign-in provider is.
                .replaceAll(
                        "openIdConnectUrl: .*",
                        "openIdConnectUrl: https://issuer.example/.well-known/openid-configuration");
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, now);
        }

        assertThat(COPY)
                .as("deploy/docs/openapi, again with -Dopenapi.write=true")
                .content()
                .isEqualTo(now);
    }
}
