package io.integrationshub.runtime.metrics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What waits in the database, as seen at one moment. Looks at no more than {@link #LIMIT} rows, whatever has piled up.
 *
 * @param pending announcements that the broker does not have yet; {@code LIMIT} means that or more
 * @param oldestSeconds age of the oldest of them, 0 when there is none
 * @param jobsDue jobs whose time has come and that nobody runs yet; {@code LIMIT} means that or more
 * @param jobsFailing jobs that failed at least three times in a row; {@code LIMIT} means that or more
 */
record Backlog(long pending, double oldestSeconds, long jobsDue, long jobsFailing) {
    static final int LIMIT = 10_000;

    private static final String LOOK = """
            select
              (select count(*) from (select 1 from announcement limit %1$d) a),
              (select coalesce(max(extract(epoch from now() - announced_at)), 0)
                 from (select announced_at from announcement order by seq limit 1) o),
              (select count(*) from (select 1 from scheduled_tasks
                 where not picked and execution_time <= now() order by execution_time limit %1$d) d),
              (select count(*) from (select 1 from scheduled_tasks where consecutive_failures >= 3 limit %1$d) f)""".formatted(LIMIT);

    static Backlog look(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LOOK);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), Math.max(0, row.getDouble(2)), row.getLong(3), row.getLong(4));
        } catch (SQLException e) {
            throw new IllegalStateException("The backlog could not be read", e);
        }
    }
}
