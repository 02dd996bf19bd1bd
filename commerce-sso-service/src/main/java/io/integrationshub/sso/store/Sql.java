package io.integrationshub.sso.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs single statements on the connection of the transaction, and reads and writes JSON columns as the published language does. */
@Singleton
class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> Optional<T> one(String query, Row<T> read, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read.read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not be read", e);
        }
    }

    void change(String update, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, update, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not be stored", e);
        }
    }

    static String json(Object value) {
        try {
            return value == null ? null : Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    static <T> T json(String value, Class<T> type) {
        try {
            return value == null ? null : Json.mapper().readValue(value, type);
        } catch (JsonProcessingException e) {
            // Not the content: it may hold what nobody should read in a log.
            throw new IllegalStateException("A stored " + type.getSimpleName() + " cannot be read");
        }
    }

    static List<String> texts(String value) {
        try {
            return Json.mapper().readValue(value, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list cannot be read");
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
