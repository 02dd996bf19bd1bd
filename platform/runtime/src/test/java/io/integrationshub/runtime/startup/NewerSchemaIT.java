package io.integrationshub.runtime.startup;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.integrationshub.runtime.OnRealInfra;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The version before starts on the schema that a newer one has left. */
@OnRealInfra
class NewerSchemaIT {
    @Inject
    DataSource database;

    @Inject
    Flyway flyway;

    @AfterEach
    void forget() throws SQLException {
        sql("delete from flyway_schema_history where script like 'next-version-%'");
    }

    @Test
    void scriptsOfANewerPlatformAndOfANewerServiceAreInNobodysWay() throws SQLException {
        applied("0.9999");
        applied("9999");

        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    private void applied(String version) throws SQLException {
        sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                   installed_by, execution_time, success)
                select max(installed_rank) + 1, '%1$s', 'next version', 'SQL', 'next-version-%1$s.sql', 1, 'hub', 1, true
                from flyway_schema_history""".formatted(version));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
