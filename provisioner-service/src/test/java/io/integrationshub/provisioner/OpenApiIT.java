package io.integrationshub.provisioner;

import static io.restassured.RestAssured.given;

import io.integrationshub.local.test.OpenApiCopy;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@OnRealInfra
class OpenApiIT {

    @Test
    void theCopyIsWhatTheServiceSays() {
        OpenApiCopy.requireTrue(
                "provisioner-service",
                given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
