package io.integrationshub.acceptance;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.AwsAccount;
import io.integrationshub.acceptance.hub.CommerceControl;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.Markers;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of an integration that is deleted: what the hub did not make, and the pool if it is to be kept. */
@Order(5)
@ExtendWith(HubExtension.class)
class DeleteIT {
    private final RunningHub hub;

    DeleteIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void withItsPoolTakesAwayWhatTheHubMadeAndNothingElse() {
        Tenant tenant = hub.knownTenant("delete-all");
        StoreAdmin admin = hub.admin(tenant.store());
        StoreAdmin.Started configured = succeeded(admin, tenant);
        Outside.complete(hub, tenant, configured.integrationId());

        StoreAdmin.Started deleted = admin.delete(configured.integrationId(), "DELETE");

        JsonNode execution = admin.awaitEnd(deleted.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        assertThat(execution.path("trigger").asText()).isEqualTo("deleted");
        try (AwsAccount aws = hub.cognito().account(tenant)) {
            assertThat(aws.pools()).isEmpty();
            assertThat(aws.domain(tenant.domainPrefix()).userPoolId()).isNull();
        }
        requireUnwired(tenant);
        awaitDeleted(admin, configured.integrationId());
    }

    @Test
    void keepsThePoolWhenThatIsWanted() {
        Tenant tenant = hub.knownTenant("delete-retain");
        StoreAdmin admin = hub.admin(tenant.store());
        StoreAdmin.Started configured = succeeded(admin, tenant);
        Outside before = Outside.complete(hub, tenant, configured.integrationId());

        StoreAdmin.Started deleted = admin.delete(configured.integrationId(), "RETAIN");

        JsonNode execution = admin.awaitEnd(deleted.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        try (AwsAccount aws = hub.cognito().account(tenant)) {
            assertThat(aws.pools())
                    .singleElement()
                    .satisfies(pool ->
                            assertThat(pool.id()).isEqualTo(before.pool().id()));
        }
        requireUnwired(tenant);
        awaitDeleted(admin, configured.integrationId());
    }

    @Test
    void thatFailsIsTriedAgainWhenItsCauseIsGone() {
        Tenant tenant = hub.knownTenant("delete-retried");
        StoreAdmin admin = hub.admin(tenant.store());
        StoreAdmin.Started configured = succeeded(admin, tenant);
        Outside.complete(hub, tenant, configured.integrationId());
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), Markers.awsSecret());
        // With consent to the loss of users nobody has to be asked how many there are.
        StoreAdmin.Started deleted = admin.delete(configured.integrationId(), "DELETE", true);
        JsonNode failed = admin.awaitEnd(deleted.executionId());
        assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("FAILED");
        assertThat(failed.path("error").path("class").asText()).isEqualTo("CREDENTIALS");
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), tenant.secretAccessKey());

        JsonNode retried = admin.retry(deleted.executionId());

        assertThat(retried.path("status").asText()).as(retried.toString()).isEqualTo("SUCCEEDED");
        try (AwsAccount aws = hub.cognito().account(tenant)) {
            assertThat(aws.pools()).isEmpty();
        }
        requireUnwired(tenant);
        awaitDeleted(admin, configured.integrationId());
    }

    private static StoreAdmin.Started succeeded(StoreAdmin admin, Tenant tenant) {
        StoreAdmin.Started started = admin.configure(tenant.pages());
        JsonNode execution = admin.awaitEnd(started.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        return started;
    }

    private void requireUnwired(Tenant tenant) {
        List<CommerceControl.Realm> realms = hub.commerce().realms(tenant.clientId());
        assertThat(realms).hasSize(2).allSatisfy(realm -> {
            assertThat(realm.profiles()).isEmpty();
            assertThat(realm.redirectUris()).doesNotContainAnyElementsOf(Tenant.CALLBACKS);
        });
    }

    private static void awaitDeleted(StoreAdmin admin, String integrationId) {
        await("the integration is deleted")
                .until(() -> admin.config()
                        .get("/api/integrations/" + integrationId)
                        .success()
                        .path("state")
                        .asText()
                        .equals("DELETED"));
    }
}
