package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.HubState;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The databases are lost and come back as they were right after Finish, while AWS, Commerce and the topics know of everything that
 * followed. The services go on from there: nothing is made twice, and the history is whole again.
 */
@Order(8)
class RestoreIT {
    private static final Duration SPARE = Duration.ofMinutes(1);

    @Test
    void afterARestoreToAMomentInTheMiddleEverythingConverges() throws Exception {
        try (RunningHub hub = RunningHub.ofItsOwn("restore")) {
            Path archive = Files.createDirectories(hub.archive());
            asSuperuser(
                    hub,
                    "alter system set archive_mode = 'on'",
                    "alter system set archive_command = 'cp \"%p\" \"" + archive + "/%f\"'");
            hub.whileStopped(HubState::backUp);
            Tenant tenant = hub.knownTenant("restore");
            StoreAdmin admin = hub.admin(tenant.store());

            StoreAdmin.Started started = admin.configure(tenant.pages());
            Instant moment = now(hub);
            requireSuccess(admin.awaitEnd(started.executionId()));
            Outside before = Outside.complete(hub, tenant, started.integrationId());
            asSuperuser(hub, "select pg_switch_wal()");
            hub.whileStopped(state -> {
                state.restore(moment);
                state.rewindConsumers(moment.minus(SPARE));
            });

            StoreAdmin again = hub.admin(tenant.store());
            requireSuccess(again.awaitEnd(started.executionId()));
            // An integration's jobs run one after the other: once this one is done, so are those that were run again.
            StoreAdmin.Started unchanged = again.reconfigure(started.integrationId(), Map.of());
            JsonNode execution = again.awaitEnd(unchanged.executionId());
            requireSuccess(execution);
            assertThat(execution.path("writes").asInt()).isZero();
            assertThat(Outside.complete(hub, tenant, started.integrationId())).isEqualTo(before);
        }
    }

    private static void requireSuccess(JsonNode execution) {
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
    }

    /** By the clock of the database, between two transactions of it. */
    private static Instant now(RunningHub hub) throws SQLException {
        try (Connection connection = superuser(hub);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void asSuperuser(RunningHub hub, String... commands) throws SQLException {
        try (Connection connection = superuser(hub);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection superuser(RunningHub hub) throws SQLException {
        String url = hub.addresses().database(HubService.CONFIG).replaceFirst("/[a-z_]+$", "/postgres");
        return DriverManager.getConnection(url, "postgres", "");
    }
}
