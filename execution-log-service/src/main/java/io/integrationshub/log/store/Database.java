package io.integrationshub.log.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** Runs SQL in the caller's transaction. An {@link SQLException} stays the cause of what is thrown. */
@ApplicationScoped
class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Parameters parameters, Row<T> row) {
        return query(sql, parameters, row, statement -> {});
    }

    /** The same, planned anew for these values: a plan that is good for most stores would sort all that the biggest one has. */
    <T> List<T> search(String sql, Parameters parameters, Row<T> row) {
        return query(
                sql,
                parameters,
                row,
                statement -> statement.unwrap(PGStatement.class).setPrepareThreshold(0));
    }

    /** The same for what takes its time: the answer is waited for without a limit (socketTimeout). */
    <T> List<T> slowly(String sql, Parameters parameters, Row<T> row) {
        try (Connection connection = source.getConnection()) {
            int limit = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                // In the same transaction, so on the same connection.
                return query(sql, parameters, row);
            } finally {
                connection.setNetworkTimeout(Runnable::run, limit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The execution log could not be changed", e);
        }
    }

    private <T> List<T> query(String sql, Parameters parameters, Row<T> row, Parameters settings) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            settings.set(statement);
            parameters.set(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The execution log could not be read", e);
        }
    }

    int update(String sql, Parameters parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The execution log could not be written", e);
        }
    }

    /** Runs {@code copy … from stdin (format binary)}. */
    void copy(String sql, CopyRows rows) {
        try (Connection connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql, new ByteArrayInputStream(rows.end()), 1 << 16);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The execution log could not be written", e);
        }
    }
}
