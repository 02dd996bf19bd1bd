package io.integrationshub.runtime.egress;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Requests to somebody who counts them have their places in time, shared by all replicas of a service. Table {@code request_place} of
 * the service's database holds when the next one may be sent, one row for each thing that is counted. The database's clock is the
 * only one that counts, as the replicas' may differ; one short statement reserves places for as many requests as wait.
 */
@Singleton
public class RequestPlaces {
    private static final String RESERVE = """
            insert into request_place as p (counted, next_at)
            values (?, clock_timestamp() + (?::bigint - ?::bigint) * interval '1 microsecond')
            on conflict (counted) do update set
                next_at = greatest(p.next_at, clock_timestamp() - ? * interval '1 microsecond') + ? * interval '1 microsecond'
            where p.next_at <= clock_timestamp() + ? * interval '1 microsecond'
            returning extract(epoch from (next_at - clock_timestamp())) * 1000000""";

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final DataSource database;

    public RequestPlaces(DataSource database) {
        this.database = database;
    }

    /**
     * How a rate is kept.
     *
     * @param spacing from one request to the next
     * @param atOnce requests that may go at once after a rest; at least 1
     */
    public record Rate(Duration spacing, int atOnce) {
        /** So many requests a second, as many at once. */
        public static Rate perSecond(int requests) {
            return new Rate(Duration.ofSeconds(1).dividedBy(requests), requests);
        }

        private Duration credit() {
            return spacing.multipliedBy(atOnce - 1L);
        }
    }

    /**
     * Reserves the next free places for this many requests, one spacing apart.
     *
     * @param counted what the other side counts
     * @return how long to wait for the first place; not negative
     */
    public Duration reserve(String counted, int requests, Duration spacing) {
        long taken = requests * micros(spacing);
        return untilThen(move(counted, taken, 0, micros(FOR_EVER)).orElseThrow() - taken);
    }

    /**
     * Reserves the next free place and waits for it.
     *
     * @param patience the longest that is waited
     * @return false, and nothing is reserved, when that would take longer
     * @throws InterruptedException when the thread was interrupted; the place is lost
     */
    public boolean await(String counted, Rate rate, Duration patience) throws InterruptedException {
        long taken = micros(rate.spacing());
        OptionalLong end = move(counted, taken, micros(rate.credit()), micros(patience));
        if (end.isPresent()) {
            Thread.sleep(untilThen(end.getAsLong() - taken));
        }
        return end.isPresent();
    }

    /** The other side refused a request all the same: whoever reserves next comes this much later. */
    public void slowDown(String counted, Duration pause) {
        move(counted, micros(pause), 0, micros(FOR_EVER));
    }

    /** Microseconds from now to the end of what is reserved; empty when its beginning is too far away. */
    private OptionalLong move(String counted, long taken, long credit, long patience) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            statement.setString(1, counted);
            statement.setLong(2, taken);
            statement.setLong(3, credit);
            statement.setLong(4, credit);
            statement.setLong(5, taken);
            statement.setLong(6, patience);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Places for requests could not be reserved", e);
        }
    }

    private static Duration untilThen(long micros) {
        return Duration.of(Math.max(0, micros), ChronoUnit.MICROS);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
