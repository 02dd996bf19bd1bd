package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace id leads from Finish to the calls outside and to the execution. */
@Order(3)
@ExtendWith(HubExtension.class)
class TraceIT {
    private final RunningHub hub;

    TraceIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void theIdInTheAnswerToFinishIsTheOneOfEverythingThatFollows() {
        Tenant tenant = hub.knownTenant("trace");
        StoreAdmin admin = hub.admin(tenant.store());

        StoreAdmin.Started started = admin.configure(tenant.pages());

        JsonNode execution = admin.awaitEnd(started.executionId());
        List<String> commerce = hub.commerce().traces(tenant.clientId());
        List<String> aws = hub.cognito().traces(tenant.accountId());
        assertThat(started.trace()).matches("[0-9a-f]{32}");
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        assertThat(execution.path("traceId").asText()).isEqualTo(started.trace());
        assertThat(commerce).hasSizeGreaterThan(5).containsOnly(started.trace());
        assertThat(aws).hasSizeGreaterThan(5).containsOnly(started.trace());
    }
}
