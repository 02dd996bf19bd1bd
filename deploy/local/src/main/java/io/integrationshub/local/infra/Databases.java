package io.integrationshub.local.infra;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Creates databases on a PostgreSQL server, each with a role of the same name that alone may connect to it. */
public final class Databases {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataSource superuser;
    private final String address;

    /**
     * @param superuser connects as a role that may create roles and databases
     * @param address {@code host:port} for the JDBC URLs given out
     */
    public Databases(DataSource superuser, String address) {
        this.superuser = superuser;
        this.address = address;
    }

    /**
     * The database {@code name}, created with its role where missing; calling again changes nothing.
     *
     * @throws IllegalArgumentException when the name is not lower case letters, digits and underscores
     */
    public Database ensure(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login password '" + name + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + name, e);
        }
        return new Database("jdbc:postgresql://" + address + "/" + name, name, name);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
