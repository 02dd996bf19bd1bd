package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.infra.Database;
import io.integrationshub.local.infra.Keysets;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    private static final Database DATABASE = new Database("jdbc:postgresql://127.0.0.1:1/x", "x", "p");

    @TempDir
    private Path folder;

    @Test
    void onlyTheProvisionerHearsOfAwsAndOnlyItGetsItsPrivateKeyset() {
        ServiceSettings settings = settings();

        assertThat(settings.environment(Replica.first(HubService.PROVISIONER), DATABASE))
                .containsEntry("HUB_AWS_ENDPOINT_OVERRIDE", "http://localhost:8095")
                .containsEntry(
                        "HUB_SECRETS_OPEN",
                        folder.resolve("provisioner.private.json").toString())
                .containsKey("HUB_SECRETS_SEAL_COMMERCE_SSO")
                .doesNotContainKey("HUB_COMMERCE_ALLOWED_ORIGINS");
        assertThat(settings.environment(Replica.first(HubService.CONFIG), DATABASE))
                .containsEntry("HUB_PAGES_DASHBOARD", "http://localhost:8084");
        assertThat(settings.environment(Replica.first(HubService.EXECUTION_LOG), DATABASE)
                        .keySet())
                .filteredOn(name -> name.startsWith("HUB_"))
                .containsExactlyInAnyOrder("HUB_LOCAL", "HUB_SESSION_SECRET", "HUB_PAGES_HUB");
    }

    @Test
    void commerceIsAllowedByItsOriginOnly() {
        assertThat(settings().environment(Replica.first(HubService.COMMERCE_SSO), DATABASE))
                .containsEntry("HUB_COMMERCE_ALLOWED_ORIGINS", "https://euwest.api.elasticpath.com")
                .containsEntry("HUB_COMMERCE_SIGN_IN_ORIGINS", "http://localhost:8095")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8083")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:8094/hub");
    }

    @Test
    void configServiceKnowsWhomToAskForAPersonWhoWaits() {
        assertThat(settings().environment(Replica.first(HubService.CONFIG), DATABASE))
                .containsEntry("QUARKUS_REST_CLIENT_PROVISIONER_URL", "http://localhost:8082")
                .containsEntry("QUARKUS_REST_CLIENT_COMMERCE_SSO_URL", "http://localhost:8083");
    }

    @Test
    void withAwsItselfNoEndpointIsOverridden() {
        ServiceSettings settings = new ServiceSettings(
                new Ports(8080),
                1,
                "session",
                "127.0.0.1:8091",
                Options.parse("--aws-endpoint", "aws").awsEndpoint().orElseThrow(),
                URI.create("https://euwest.api.elasticpath.com"),
                Keysets.in(folder));

        assertThat(settings.environment(Replica.first(HubService.PROVISIONER), DATABASE))
                .doesNotContainKey("HUB_AWS_ENDPOINT_OVERRIDE");
        assertThat(settings.environment(Replica.first(HubService.COMMERCE_SSO), DATABASE))
                .doesNotContainKey("HUB_COMMERCE_SIGN_IN_ORIGINS");
    }

    @Test
    void replicasHaveNamesThatLastAndShareTheSessions() {
        ServiceSettings settings = settings(2);

        assertThat(settings.environment(new Replica(HubService.CONFIG, 2), DATABASE))
                .containsEntry("HUB_REPLICA_NAME", "config-service-2")
                .containsEntry("HUB_SESSION_SECRET", "session")
                .containsEntry("QUARKUS_HTTP_PORT", "8101")
                .containsEntry("QUARKUS_REST_CLIENT_PROVISIONER_URL", "http://localhost:8082")
                .containsKey("QUARKUS_SHUTDOWN_DELAY");
        assertThat(settings.environment(new Replica(HubService.CONFIG, 1), DATABASE))
                .containsEntry("HUB_REPLICA_NAME", "config-service");
        assertThat(settings.environment(new Replica(HubService.PROVISIONER, 2), DATABASE))
                .doesNotContainKey("HUB_SESSION_SECRET");
    }

    private ServiceSettings settings() {
        return settings(1);
    }

    private ServiceSettings settings(int replicas) {
        return new ServiceSettings(
                new Ports(8080),
                replicas,
                "session",
                "127.0.0.1:8091",
                URI.create("http://localhost:8095"),
                URI.create("https://euwest.api.elasticpath.com/some/path"),
                Keysets.in(folder));
    }
}
