package io.integrationshub.config;

import static io.integrationshub.local.test.Waits.await;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.Realm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many integrations have drift right now. */
@QuarkusTest
class DriftMetricsIT extends RunningService {
    private static final String MIGRATION = "/db/migration/V2_1__drifting.sql";

    @Inject
    DataSource database;

    private final Hub admin = Hub.admin();
    private Outside outside;

    @BeforeEach
    void drift() throws SQLException {
        // What other tests have left; the gauge is of the whole database.
        sql("update observed set drifting = false");
        soon().until(() -> count("enabled") == 0 && count("paused") == 0);
        outside = new Outside(admin.store(), admin.configured());
        outside.ready(Realm.BUYER);
        outside.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);
        soon().until(() -> count("enabled") == 1);
    }

    @Test
    void untilItIsHealed() {
        admin.request().post(path("/heal")).then().statusCode(202);
        JsonNode event = Hub.json(Hub.records("hub.integration.events.v1", outside.integration(), 2)
                .get(1)
                .text());

        outside.next(event.path("execution")).ready(Realm.BUYER);

        soon().until(() -> count("enabled") == 0);
    }

    @Test
    void apartWhileItIsPausedAndNoMoreWhenItIsDeleted() {
        admin.request().post(path("/pause")).then().statusCode(200);
        soon().until(() -> count("enabled") == 0 && count("paused") == 1);
        admin.request().post(path("/resume")).then().statusCode(200);
        soon().until(() -> count("enabled") == 1 && count("paused") == 0);

        admin.request()
                .body(Map.of("confirmation", "EPCC", "policy", "RETAIN"))
                .post(path("/delete"))
                .then()
                .statusCode(202);

        soon().until(() -> count("enabled") == 0 && count("paused") == 0);
    }

    @Test
    void whatWasKnownBeforeTheColumnCameIsCounted() throws SQLException, IOException {
        sql("update observed set drifting = false");
        soon().until(() -> count("enabled") == 0);

        sql(updateOfTheMigration() + " and integration_id = '" + outside.integration() + "'");

        soon().until(() -> count("enabled") == 1);
    }

    private static String updateOfTheMigration() throws IOException {
        try (InputStream script = DriftMetricsIT.class.getResourceAsStream(MIGRATION)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            String update = text.substring(text.indexOf("update observed"), text.indexOf(";", text.indexOf("update ")));
            assertThat(update).endsWith("deleted_at is not null)");
            return update;
        }
    }

    private String path(String command) {
        return "/api/integrations/" + outside.integration() + command;
    }

    private static double count(String state) {
        String series = "hub_drift_instances{state=\"" + state + "\"} ";
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A look is good for two seconds. */
    private static ConditionFactory soon() {
        return await();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}
