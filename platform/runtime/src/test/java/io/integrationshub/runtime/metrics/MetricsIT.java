package io.integrationshub.runtime.metrics;

import static io.integrationshub.local.test.Waits.await;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.runtime.OnRealInfra;
import io.integrationshub.runtime.events.Intake;
import io.integrationshub.runtime.steps.StepProbe;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class MetricsIT {
    private static final Path PAGE = Path.of("../../deploy/docs/metrics.md");

    @Inject
    DataSource database;

    @Inject
    Intake intake;

    @Inject
    StepProbe steps;

    @AfterEach
    void tidy() throws SQLException {
        sql("delete from announcement where integration_id = '00000000-0000-0000-0000-0000000000aa'");
    }

    @Test
    void anAnnouncementThatDoesNotLeaveShowsWithItsAge() throws SQLException {
        sql("insert into announcement (integration_id, headers, body, announced_at) values"
                + " ('00000000-0000-0000-0000-0000000000aa', '{}', '', now() - interval '10 minutes')");

        await().untilAsserted(() -> {
            assertThat(value("hub_outbox_pending")).isGreaterThanOrEqualTo(1);
            assertThat(value("hub_outbox_oldest_age_seconds")).isGreaterThanOrEqualTo(600);
        });
    }

    @Test
    void whatTheMetricsPageSaysOfEveryServiceIsExported() throws IOException {
        steps.failOnce(new Failure(ErrorClass.CREDENTIALS, "TEST", "hub", "refused", "aws-credentials", null));
        unreadable();

        get("/no-such-page");
        await().until(() -> scrape().contains("http_server_requests_seconds_count"));

        String scrape = scrape();

        List<String> promised = Files.readAllLines(PAGE).stream()
                .filter(row -> row.startsWith("| `")
                        && (row.contains("| every service |") || row.contains("| services with steps |")))
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .toList();
        assertThat(promised).contains("hub_outbox_pending", "hub_dlq_messages_total");
        assertThat(promised).allSatisfy(name -> assertThat(scrape).containsPattern("(?m)^" + name + "[{ ]"));
        assertThat(scrape).containsPattern("hub_step_attempts_total\\{error_class=\"credentials\",outcome=\"failed\"");
    }

    private void unreadable() {
        try {
            intake.take(new ConsumerRecord<>("hub.sso.events.v1", 0, 0, "key", new byte[0]), event -> {});
            throw new AssertionError("was taken in");
        } catch (UnreadableEvent expected) {
            assertThat(expected).hasMessageContaining("ce_specversion");
        }
        assertThat(value("hub_dlq_messages_total{topic=\"hub.sso.events.v1\"}")).isGreaterThanOrEqualTo(1);
    }

    private static double value(String series) {
        return Arrays.stream(scrape().split("\n", -1))
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String scrape() {
        return get("/q/metrics").asString();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
