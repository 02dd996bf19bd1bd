package io.integrationshub.provisioner.store;

import io.integrationshub.provisioner.application.RequestBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Table {@code request_budget}: when the next call of a quota may be sent. The database's clock is the only one that counts, as the
 * replicas' may differ. One short statement reserves places for as many calls as wait.
 */
@ApplicationScoped
class RequestBudgetStore implements RequestBudget {
    private static final String RESERVE = """
            insert into request_budget as b (account_id, region, category, next_at)
            values (?, ?, ?, clock_timestamp() + ? * interval '1 microsecond')
            on conflict (account_id, region, category) do update set
                next_at = greatest(b.next_at, clock_timestamp()) + ? * interval '1 microsecond'
            returning extract(epoch from (next_at - clock_timestamp())) * 1000000""";

    private final DataSource database;

    RequestBudgetStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Duration reserve(Account account, int calls, Duration spacing) {
        long taken = calls * micros(spacing);
        long untilEnd = moved(account, taken);
        return Duration.of(Math.max(0, untilEnd - taken), ChronoUnit.MICROS);
    }

    @Override
    public void slowDown(Account account, Duration pause) {
        moved(account, micros(pause));
    }

    /** Microseconds from now to the end of what is reserved. */
    private long moved(Account account, long micros) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            statement.setString(1, account.accountId());
            statement.setString(2, account.region());
            statement.setString(3, account.category());
            statement.setLong(4, micros);
            statement.setLong(5, micros);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Places for requests to AWS could not be reserved", e);
        }
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
