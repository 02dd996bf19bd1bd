package io.integrationshub.provisioner;

import io.integrationshub.local.test.OpenApiFile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. */
@OnRealInfra
class OpenApiIT {

    @Test
    void theDocumentIsWhatTheCodeSays() {
        OpenApiFile.requireTrue(RestAssured.port);
    }
}
