package io.integrationshub.sso;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.OpenApiFile;
import io.integrationshub.sso.fixtures.Provider;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** What front ends read of this service without starting it is true. Commerce is not asked, so nothing of it is looked at. */
@QuarkusTest
@WithTestResource(
        value = HubInfra.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "service", value = "commerce-sso"),
            @ResourceArg(name = "standins", value = "commerce")
        })
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
class OpenApiIT {

    @Test
    void theDocumentIsWhatTheCodeSays() {
        OpenApiFile.requireTrue(RestAssured.port);
    }
}
