package io.integrationshub.config;

import io.integrationshub.local.test.OpenApiFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@QuarkusTest
class OpenApiIT extends RunningService {

    @Test
    void theDocumentIsWhatTheCodeSays() {
        OpenApiFile.requireTrue(RestAssured.port);
    }
}
