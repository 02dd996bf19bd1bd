package io.integrationshub.config;

import static io.restassured.RestAssured.given;

import io.integrationshub.local.test.OpenApiFile;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@QuarkusTest
class OpenApiIT extends RunningService {

    @Test
    void theDocumentIsWhatTheCodeSays() {
        OpenApiFile.requireTrue(given().accept("application/yaml")
                .get("/generated-openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
