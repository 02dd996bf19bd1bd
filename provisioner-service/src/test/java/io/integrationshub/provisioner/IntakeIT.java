package io.integrationshub.provisioner;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.NextVersion;
import io.integrationshub.local.test.TopicAudit;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@OnRealInfra
class IntakeIT {
    private final Admin admin = new Admin();

    @Inject
    DataSource database;

    @AfterAll
    static void everyRecordIsValid() {
        Admin.requireValidRecords();
    }

    @Test
    void anOlderExecutionThanTheCurrentOneIsIgnored() {
        Execution first = admin.execution(1);
        Execution second = admin.execution(2);
        admin.publish(Publisher.CONFIG, new IntegrationConfigured(2, second, admin.spec()));
        admin.await(second, PoolReady.class);

        admin.publish(Publisher.CONFIG, new IntegrationConfigured(1, first, admin.spec()));

        Execution third = admin.execution(3);
        admin.publish(Publisher.CONFIG, new IntegrationConfigured(3, third, admin.spec()));
        admin.await(third, PoolReady.class);
        assertThat(admin.published(first, StepStarted.class)).isEmpty();
    }

    @Test
    void theSameEventTwiceIsOneExecution() {
        Execution execution = admin.execution(1);
        IntegrationConfigured wished = new IntegrationConfigured(1, execution, admin.spec());

        admin.publish(Publisher.CONFIG, wished);
        admin.publish(Publisher.CONFIG, wished);

        admin.await(execution, PoolReady.class);
        assertThat(admin.published(execution, StepStarted.class))
                .extracting(event -> event.step().attempt())
                .containsOnly(1);
        assertThat(admin.published(execution, PoolReady.class)).hasSize(1);
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndTheRestGoesOn() {
        Map<String, String> headers = CloudEvents.headers(Envelope.of(
                Publisher.CONFIG,
                Instant.now(),
                Admin.STORE,
                admin.integration,
                null,
                new IntegrationConfigured(1, admin.execution(1), admin.spec())));

        admin.send(Publisher.CONFIG.topic(), headers, "{\"generation\":".getBytes(StandardCharsets.UTF_8));

        admin.await(admin.configure(), PoolReady.class);
        await().until(() -> TopicAudit.read(HubInfra.kafka().address()).stream()
                .anyMatch(entry -> entry.topic().equals("hub.integration.events.v1.dlq")
                        && admin.integration.toString().equals(entry.key())));
    }

    @Test
    void whatTheNextVersionPublishesIsTakenOrLeftAlone() {
        NextVersion next = new NextVersion(Admin.STORE, NextVersion.beside(admin.integration));
        List<String> sent = next.publish(Publisher.CONFIG, Publisher.COMMERCE_SSO);

        admin.deploy();

        assertThat(NextVersion.takenIn(database, sent)).isEqualTo(sent.size());
        assertThat(next.deadLetters()).isEmpty();
    }

    @Test
    void whilePausedNothingIsDoneAndAfterwardsItIs() {
        admin.publish(Publisher.CONFIG, new IntegrationPaused(1, "ada", null));
        Execution execution = admin.configure();
        Admin marker = new Admin();
        marker.await(marker.configure(), PoolReady.class);
        assertThat(admin.published(execution, StepStarted.class)).isEmpty();

        admin.publish(Publisher.CONFIG, new IntegrationResumed(2, "ada", null));

        assertThat(admin.await(execution, PoolReady.class).userPool().id()).isNotBlank();
    }

    @Test
    void aNewerExecutionTakesOverFromOneAtWorkAndItsPool() {
        Aws.slow("CreateUserPool", Duration.ofSeconds(3));
        Execution first = admin.configure();
        await().until(() -> admin.published(first, StepStarted.class)
                .anyMatch(event -> event.step().name().equals("Create User Pool")));

        PoolReady ready = admin.await(admin.configure(), PoolReady.class);

        assertThat(Aws.poolOf(admin.integration).id())
                .isEqualTo(ready.userPool().id());
        assertThat(admin.published(first, PoolReady.class)).isEmpty();
        assertThat(admin.published(first, StepFailed.class)).isEmpty();
    }

    @Test
    void afterACrashBetweenTheReplyAndTheRecordThePoolIsFoundAgain() throws SQLException {
        PoolReady before = admin.await(admin.configure(), PoolReady.class);
        update("user_pool_id = null, pool_intent = 'EPCC', client_id = null, client_secret_sealed = null");

        PoolReady after = admin.poolName("Renamed since").await(admin.configure(), PoolReady.class);

        assertThat(after.userPool().id()).isEqualTo(before.userPool().id());
        assertThat(Aws.poolsOf(admin.integration)).hasSize(1);
    }

    @Test
    void afterACrashBetweenTheReplyAndTheRecordTheClientIsFoundAgain() throws SQLException {
        PoolReady before = admin.await(admin.configure(), PoolReady.class);
        update("client_id = null, client_intent = 'EPCC', client_secret_sealed = null");

        PoolReady after = admin.poolName("Renamed since").await(admin.configure(), PoolReady.class);

        assertThat(after.userPool().clientId()).isEqualTo(before.userPool().clientId());
        assertThat(Aws.clientsOf(after.userPool().id())).hasSize(1);
    }

    @Test
    void noSecretIsInAnyRecordOrTable() throws SQLException {
        admin.deploy();

        UserPoolClientType client =
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst();

        List<String> places = new ArrayList<>(everyRow());
        TopicAudit.read(HubInfra.kafka().address()).forEach(entry -> places.add(entry.everything()));
        List<String> secrets = Stream.of(client.clientSecret(), CognitoStandIn.SECRET_ACCESS_KEY)
                .flatMap(IntakeIT::encodings)
                .toList();
        assertThat(places)
                .hasSizeGreaterThan(10)
                .noneMatch(place -> secrets.stream().anyMatch(place::contains));
    }

    private static Stream<String> encodings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                Base64.getEncoder().withoutPadding().encodeToString(bytes).replaceAll("=+$", ""),
                HexFormat.of().formatHex(bytes));
    }

    private void update(String columns) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update provisioning set " + columns + " where integration_id = '"
                            + admin.integration + "'"))
                    .isEqualTo(1);
        }
    }

    private List<String> everyRow() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("provisioning", "announcement", "scheduled_tasks", "intake")) {
                try (ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
