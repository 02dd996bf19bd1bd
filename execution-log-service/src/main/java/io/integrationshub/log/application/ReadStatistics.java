package io.integrationshub.log.application;

import io.integrationshub.log.application.Tallies.Hour;
import io.integrationshub.log.application.Tallies.StepCost;
import io.integrationshub.log.domain.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a store has been doing in the last 24 hours. */
@ApplicationScoped
public class ReadStatistics {
    private static final int HOURS = 24;
    private static final int STEPS = 5;

    private final Tallies tallies;
    private final Clock clock;

    ReadStatistics(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * @param hours 24 of them, oldest first, the last one is the hour that runs
     */
    public record Day(Instant since, List<Bar> hours, List<StepCost> slowestSteps) {

        /** Executions requested that stand there. */
        public long count(Status status) {
            return hours.stream().mapToLong(hour -> hour.count(status)).sum();
        }

        /** Executions requested. */
        public long total() {
            return hours.stream().mapToLong(Bar::total).sum();
        }

        /** Failed ones among those that ended well or failed, 0 to 1; null when there are none. */
        public Double failureRatio() {
            long failed = count(Status.FAILED);
            long ended = failed + count(Status.SUCCEEDED);
            return ended == 0 ? null : (double) failed / ended;
        }

        /** Milliseconds of those that ended well or failed, on average; null when there are none. */
        public Long averageMs() {
            long ended = count(Status.FAILED) + count(Status.SUCCEEDED);
            long duration = hours.stream().mapToLong(Bar::durationMs).sum();
            return ended == 0 ? null : duration / ended;
        }
    }

    /** Executions requested in an hour, by where they stand. */
    public record Bar(Instant hour, Map<Status, Long> executions, long durationMs) {
        /** Those that stand there. */
        public long count(Status status) {
            return executions.getOrDefault(status, 0L);
        }

        /** All of them. */
        public long total() {
            return executions.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The last 24 hours of a store. */
    public Day day(String storeId) {
        Instant since = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        List<Hour> sums = tallies.hours(storeId, since);
        List<Bar> bars = IntStream.range(0, HOURS)
                .mapToObj(hour -> bar(since.plus(Duration.ofHours(hour)), sums))
                .toList();
        return new Day(since, bars, tallies.slowest(storeId, since, STEPS));
    }

    private static Bar bar(Instant hour, List<Hour> sums) {
        Map<Status, Long> executions = new EnumMap<>(Status.class);
        long duration = 0;
        for (Hour sum : sums) {
            if (sum.hour().equals(hour) && sum.executions() > 0) {
                executions.merge(sum.status(), sum.executions(), Long::sum);
                if (sum.status() == Status.SUCCEEDED || sum.status() == Status.FAILED) {
                    duration += sum.durationMs();
                }
            }
        }
        return new Bar(hour, executions, duration);
    }
}
