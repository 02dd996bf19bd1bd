package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.test.HubInfra;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever looks at AWS's side of a call can tell which change of which integration it belongs to. */
@OnRealInfra
class TraceIT {
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + traceId + "-00f067aa0ba902b7-01";

    @Test
    void aRunsCallsCarryTheTraceOfTheEventThatBeganIt() {
        Admin admin = new Admin();
        Execution execution = admin.execution(1);
        Envelope event = Envelope.of(
                Publisher.CONFIG,
                Instant.now(),
                Admin.STORE,
                admin.integration,
                null,
                new IntegrationConfigured(1, execution, admin.spec()));
        Map<String, String> headers = new HashMap<>(CloudEvents.headers(event));
        headers.put("traceparent", traceparent);

        admin.send(Publisher.CONFIG.topic(), headers, CloudEvents.value(event));

        admin.await(execution, PoolReady.class);
        assertThat(Aws.operationsOf(traceId))
                .contains("GetCallerIdentity", "ListUserPools", "CreateUserPool", "CreateUserPoolClient");
    }

    @Test
    void aQuestionsCallsCarryTheTraceOfTheRequest() {
        RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "admin"))
                .header("traceparent", traceparent)
                .contentType(ContentType.JSON)
                .body(ConnectionCheckIT.body(UUID.randomUUID()))
                .post("/api/connection-checks")
                .then()
                .statusCode(200);

        assertThat(Aws.operationsOf(traceId)).contains("GetCallerIdentity", "ListUserPools");
    }
}
