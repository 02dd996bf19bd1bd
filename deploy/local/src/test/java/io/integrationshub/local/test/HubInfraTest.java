package io.integrationshub.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import io.integrationshub.local.infra.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class HubInfraTest {
    @Test
    void aServiceGetsBrokerDatabaseSignInKeysetsAndStandIns() throws Exception {
        HubInfra infra = infraOf("provisioner", "cognito,commerce");

        Map<String, String> settings = infra.start();

        try (Connection connection = DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"))) {
            assertThat(connection.getCatalog()).startsWith("provisioner_");
        }
        assertThat(settings)
                .containsEntry("kafka.bootstrap.servers", HubInfra.kafka().address())
                .containsEntry(
                        "hub.aws.endpoint-override", HubInfra.cognito().uri().toString())
                .containsEntry(
                        "hub.commerce.allowed-origins",
                        HubInfra.commerce().uri().toString());
        assertThat(Path.of(settings.get("hub.secrets.open"))).exists();
        assertThat(Files.readString(Path.of(settings.get("hub.secrets.seal.commerce-sso"))))
                .doesNotContain("PRIVATE");
        assertThat(SignedJWT.parse(HubInfra.token("store-1", "admin"))
                        .getJWTClaimsSet()
                        .getIssuer())
                .isEqualTo(settings.get("quarkus.oidc.auth-server-url"));
        infra.stop();
        assertThatThrownBy(HubInfra::cognito).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoServicesShareTheBrokerButNotTheDatabase() {
        Map<String, String> first = infraOf("config", "").start();

        Map<String, String> second = infraOf("execution-log", "").start();

        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
    }

    @Test
    void theAuditReadsWhatWasPublishedAlsoAfterAnOutage() throws Exception {
        String broker = HubInfra.kafka().address();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            var sent = new ProducerRecord<>(Topics.EVENTS.getLast(), "integration-1", "{\"a\":1}");
            sent.headers().add("ce_type", "io.integrationshub.Unheard.v1".getBytes(StandardCharsets.UTF_8));
            producer.send(sent).get(10, TimeUnit.SECONDS);
        }
        HubInfra.kafka().stop();
        HubInfra.kafka().start();

        List<TopicAudit.Entry> entries = TopicAudit.read(broker);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.topic()).isEqualTo(Topics.EVENTS.getLast());
            assertThat(entry.key()).isEqualTo("integration-1");
            assertThat(entry.type()).isEqualTo("io.integrationshub.Unheard.v1");
            assertThat(entry.text()).isEqualTo("{\"a\":1}");
        });
        assertThatThrownBy(() -> new SchemaCheck().requireValid(entries))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no schema for ce_type 'io.integrationshub.Unheard.v1'");
    }

    @Test
    void anUnknownServiceIsRefused() {
        assertThatThrownBy(() -> infraOf("billing", "")).hasMessageContaining("billing");
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThatThrownBy(() -> Mode.parse("podman")).hasMessageContaining("auto, containers or local, not podman");
    }

    private static HubInfra infraOf(String service, String standIns) {
        HubInfra infra = new HubInfra();
        infra.init(Map.of("service", service, "standins", standIns));
        return infra;
    }
}
