package io.integrationshub.log.rest;

import io.integrationshub.local.test.OpenApiFile;
import io.integrationshub.log.HubService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@QuarkusTest
@HubService
class OpenApiIT {

    @Test
    void theDocumentIsWhatTheCodeSays() {
        OpenApiFile.requireTrue(RestAssured.port);
    }
}
