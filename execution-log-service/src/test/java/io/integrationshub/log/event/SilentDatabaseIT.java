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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
        List<Story> stories = Stream.generate(
                        () -> new Story(store).requested(1, Trigger.CONFIGURED).straightThrough())
                .limit(15)
                .toList();

        try (Connection holder = connect()) {
            holder.setAutoCommit(false);
            try (Statement lock = holder.createStatement()) {
                lock.execute("lock table fact in share mode");
            }
            stories.forEach(story -> Hub.publish(story.events()));
            for (int i = 0; i < 3; i++) {
                Hub.eventually().until(this::hangUp);
            }
        }

        for (Story story : stories) {
            Hub.awaitStatus(story, "SUCCEEDED");
        }
        Hub.get(
                        store,
                        "/api/executions/{id}/steps",
                        stories.getLast().execution().id())
                .then()
                .body("items.size()", equalTo(10));
        assertThat(deadLetters()).isEqualTo(dead);
    }

    /** Ends the service's connection that waits, in the middle of its transaction, to write facts; false when none does yet. */
    private boolean hangUp() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%copy fact%'""")) {
            return ended.next();
        }
    }

    /** A connection that is not of the service's pool. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    private static long deadLetters() {
        return Hub.topics().stream()
                .filter(entry -> entry.topic().endsWith(".dlq"))
                .count();
    }
}
