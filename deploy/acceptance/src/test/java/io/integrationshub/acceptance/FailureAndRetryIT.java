package io.integrationshub.acceptance;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.AwsAccount;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.Markers;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An execution that fails says where, what kind of trouble it is and what to do; corrected and retried it succeeds. */
@Order(3)
@ExtendWith(HubExtension.class)
class FailureAndRetryIT {
    private final RunningHub hub;

    FailureAndRetryIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void aWrongAwsSecretFailsAtTheAwsConnectionAndSucceedsOnceTheKeyIsRight() {
        Tenant tenant = hub.knownTenant("aws-secret");
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), Markers.awsSecret());
        StoreAdmin admin = hub.admin(tenant.store());

        StoreAdmin.Started started = admin.configure(tenant.pages());

        requireFailed(
                admin.awaitEnd(started.executionId()),
                "Check AWS Connection",
                "CREDENTIALS",
                "SignatureDoesNotMatch",
                "aws-credentials");
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), tenant.secretAccessKey());
        requireSuccess(admin.retry(started.executionId()), started);
        Outside.complete(hub, tenant, started.integrationId());
    }

    @Test
    void aWrongCommerceSecretFailsAtTheCommerceConnectionAndSucceedsOnceTheRightOneIsEntered() {
        Tenant tenant = hub.knownTenant("commerce-secret");
        String wrong = Markers.commerceSecret();
        hub.keepSecret(wrong);
        Map<String, Object> pages = tenant.pages();
        pages.put("configuration", tenant.configuration(tenant.secretAccessKey(), wrong));
        StoreAdmin admin = hub.admin(tenant.store());

        StoreAdmin.Started started = admin.configure(pages);

        requireFailed(
                admin.awaitEnd(started.executionId()),
                "Check Commerce Connection",
                "CREDENTIALS",
                "commerce-401",
                "commerce-credentials");
        StoreAdmin.Started corrected = admin.reconfigure(
                started.integrationId(), Map.of("configuration", tenant.configuration("", tenant.clientSecret())));
        assertThat(admin.awaitEnd(corrected.executionId()).path("status").asText())
                .isEqualTo("SUCCEEDED");
        int writes = hub.cognito().writes(tenant.accountId()).size();
        requireSuccess(admin.retry(started.executionId()), started);
        assertThat(hub.cognito().writes(tenant.accountId())).hasSize(writes);
        Outside.complete(hub, tenant, started.integrationId());
    }

    @Test
    void aTakenDomainPrefixFailsAtTheDomainAndSucceedsOnceItIsFree() {
        Tenant owner = hub.knownTenant("domain-owner");
        Tenant tenant = hub.knownTenant("domain-taken");
        StoreAdmin admin = hub.admin(tenant.store());
        try (AwsAccount other = hub.cognito().account(owner)) {
            String poolOfOther = other.cognito()
                    .createUserPool(r -> r.poolName("other"))
                    .userPool()
                    .id();
            other.cognito()
                    .createUserPoolDomain(r -> r.domain(tenant.domainPrefix()).userPoolId(poolOfOther));

            StoreAdmin.Started started = admin.configure(tenant.pages());

            requireFailed(
                    admin.awaitEnd(started.executionId()),
                    "User Pool Domain",
                    "CONFLICT",
                    "DOMAIN_TAKEN",
                    "domain-taken");
            other.cognito()
                    .deleteUserPoolDomain(r -> r.domain(tenant.domainPrefix()).userPoolId(poolOfOther));
            await("the domain is gone")
                    .until(() -> other.domain(tenant.domainPrefix()).userPoolId() == null);
            requireSuccess(admin.retry(started.executionId()), started);
            Outside.complete(hub, tenant, started.integrationId());
            assertThat(other.pools()).hasSize(1);
        }
    }

    @Test
    void aFailedExecutionIsTriedAgainByItselfWhenTheIntegrationWantsThat() {
        Tenant tenant = hub.knownTenant("automatic-retry");
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), Markers.awsSecret());
        Map<String, Object> pages = tenant.pages();
        Map<String, Object> configuration =
                new HashMap<>(tenant.configuration(tenant.secretAccessKey(), tenant.clientSecret()));
        configuration.put("automaticRetry", Map.of("attempts", 2, "minutes", 1));
        pages.put("configuration", configuration);
        StoreAdmin admin = hub.admin(tenant.store());
        StoreAdmin.Started started = admin.configure(pages);
        JsonNode failed = admin.awaitEnd(started.executionId());
        assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("FAILED");

        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), tenant.secretAccessKey());

        JsonNode retried = admin.awaitRetry(started.executionId());
        requireSuccess(retried, started);
        assertThat(retried.path("trigger").asText()).isEqualTo("auto-retry");
        Outside.complete(hub, tenant, started.integrationId());
    }

    private static void requireFailed(JsonNode execution, String step, String kind, String code, String remedy) {
        JsonNode error = execution.path("error");
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("FAILED");
        assertThat(error.path("step").asText()).isEqualTo(step);
        assertThat(error.path("class").asText()).isEqualTo(kind);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("remedy").asText()).isEqualTo(remedy);
        assertThat(error.path("message").asText()).isNotBlank();
    }

    private static void requireSuccess(JsonNode execution, StoreAdmin.Started failed) {
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        assertThat(execution.path("retryOf").asText()).isEqualTo(failed.executionId());
    }
}
