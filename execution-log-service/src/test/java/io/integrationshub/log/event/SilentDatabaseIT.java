package io.integrationshub.log.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class SilentDatabaseIT {
    private final String store = "store-" + UUID.randomUUID();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void aDatabaseThatHangsUpIsWaitedForAndNothingIsSkipped() throws Exception {
        long dead = deadLetters();
        int hungUp = 0;
        Story last = null;

        for (int i = 0; i < 15; i++) {
            last = new Story(store).requested(1, Trigger.CONFIGURED).straightThrough();
            Hub.publish(last.events());
            hungUp += hangUp();
        }

        assertThat(hungUp).isPositive();
        Hub.eventually()
                .untilAsserted(() -> assertThat(Hub.get(store, "/api/executions?status=SUCCEEDED")
                                .jsonPath()
                                .getList("items.id"))
                        .hasSize(15));
        Hub.awaitStatus(last, "SUCCEEDED");
        Hub.get(store, "/api/executions/{id}/steps", last.execution().id())
                .then()
                .body("items.size()", equalTo(10));
        assertThat(deadLetters()).isEqualTo(dead);
    }

    /** Ends the service's connections in the middle of whatever they do, by a connection that is not of its pool. */
    private int hangUp() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, username, password);
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and query like '%fact%'""")) {
            int count = 0;
            while (ended.next()) {
                count++;
            }
            return count;
        }
    }

    private static long deadLetters() {
        return Hub.topics().stream()
                .filter(entry -> entry.topic().endsWith(".dlq"))
                .count();
    }
}
