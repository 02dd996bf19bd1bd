package io.integrationshub.acceptance;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import io.integrationshub.local.infra.Topics;
import io.integrationshub.local.test.TopicAudit;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be understood is answered or put aside, and does not stop the rest. */
@Order(5)
@ExtendWith(HubExtension.class)
class BadInputIT {

    private final RunningHub hub;

    BadInputIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void malformedRecordsAreDeadLetteredAndTheNextExecutionSucceeds() {
        Tenant tenant = hub.knownTenant("poison");
        StoreAdmin admin = hub.admin(tenant.store());

        Poison.send(hub.addresses().kafka());

        StoreAdmin.Started started = admin.configure(tenant.pages());
        JsonNode execution = admin.awaitEnd(started.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        Outside.complete(hub, tenant, started.integrationId());
        for (String topic : Topics.EVENTS) {
            for (String kind : Poison.KINDS) {
                await(kind + " of " + topic + " is dead-lettered")
                        .until(() -> hub.topics().stream().anyMatch(entry -> isDead(entry, topic, kind)));
            }
        }
    }

    @Test
    void aTemplateThatIsNoJsonFailsTheExecutionAndChangesNothing() {
        Tenant tenant = hub.knownTenant("no-json");
        Map<String, Object> pages = tenant.pages();
        pages.put("templates", Map.of("createUserPool", "PoolName is {{poolName}}"));
        StoreAdmin admin = hub.admin(tenant.store());

        StoreAdmin.Started started = admin.configure(pages);

        JsonNode execution = admin.awaitEnd(started.executionId());
        assertThat(execution.path("status").asText()).isEqualTo("FAILED");
        JsonNode error = execution.path("error");
        assertThat(error.path("step").asText()).isEqualTo("Create User Pool");
        assertThat(error.path("class").asText()).isEqualTo("INPUT");
        assertThat(error.path("code").asText()).isEqualTo("INVALID_TEMPLATE");
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(hub.cognito().writes(tenant.accountId())).isEmpty();
    }

    @Test
    void aPageThatIsWrongIsAnsweredWithWhatIsWrongAndStoredNowhere() {
        Tenant tenant = hub.tenant("wrong-pages");
        StoreAdmin admin = hub.admin(tenant.store());
        String draft = admin.begin();

        var answer =
                admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "has a space", "other", 1));
        var invalid = admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "has a space"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("UNKNOWN_MEMBER", "/other");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.body()).contains("/prefix", "MALFORMED");
        assertThat(admin.config()
                        .get("/api/drafts/" + draft)
                        .success()
                        .at("/pages/merchantOrganization/complete")
                        .asBoolean())
                .isFalse();
    }

    private static boolean isDead(TopicAudit.Entry entry, String topic, String kind) {
        return entry.topic().equals(topic + ".dlq")
                && kind.equals(entry.headers().get(Poison.HEADER));
    }
}
