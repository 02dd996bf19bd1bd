package io.integrationshub.log.rest;

import static io.restassured.RestAssured.given;

import io.integrationshub.local.test.OpenApiCopy;
import io.integrationshub.log.HubService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@QuarkusTest
@HubService
class OpenApiIT {

    @Test
    void theCopyIsWhatTheServiceSays() {
        OpenApiCopy.requireTrue(
                "execution-log-service",
                given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
