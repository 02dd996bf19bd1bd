package io.integrationshub.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.startOnFreePort(folder);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void eachOfFourDatabasesIsOwnedByItsOwnRole() throws SQLException {
        for (String name : List.of("config", "provisioner", "commerce_sso", "execution_log")) {
            Database database = postgres.databases().ensure(name);

            try (Connection connection = connect(database, database.username())) {
                connection.createStatement().execute("create table t (id int)");
                assertThat(connection.getCatalog()).isEqualTo(name);
                assertThat(connection.getMetaData().getUserName()).isEqualTo(name);
            }
        }
    }

    @Test
    void aRoleGetsNeitherIntoAnotherDatabaseNorInWithAWrongPassword() {
        Database own = postgres.databases().ensure("one");
        Database other = postgres.databases().ensure("two");

        assertThatThrownBy(() -> connect(other, own.username())).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(own.jdbcUrl(), own.username(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aRestartKeepsTheData() throws SQLException {
        Database database = postgres.databases().ensure("restarted");
        try (Connection connection = connect(database, database.username())) {
            connection.createStatement().execute("create table kept (id int)");
        }

        postgres.stop();
        postgres.start();

        try (Connection connection = connect(database, database.username())) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("select * from kept")
                            .next())
                    .isFalse();
        }
    }

    @Test
    void aNameThatIsNotAnIdentifierIsRefused() {
        assertThatThrownBy(() -> postgres.databases().ensure("a; drop database postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Connection connect(Database database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, role);
    }
}
