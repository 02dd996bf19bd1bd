package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.runtime.egress.RequestPlaces;
import io.integrationshub.runtime.egress.RequestPlaces.Rate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas know of each other's requests only by the table. */
@OnRealInfra
class RequestPlacesIT {
    private static final Duration SPACING = Duration.ofSeconds(10);

    private final String counted = UUID.randomUUID() + "/eu-west-1/UserPoolRead";

    @Inject
    DataSource database;

    private RequestPlaces one;
    private RequestPlaces other;

    @BeforeEach
    void replicas() {
        one = new RequestPlaces(database);
        other = new RequestPlaces(database);
    }

    @Test
    void theNextPlaceIsBehindThoseOfTheOtherReplica() {
        long begun = System.nanoTime();

        assertThat(one.reserve(counted, 4, SPACING)).isZero();
        Duration wait = other.reserve(counted, 2, SPACING);
        Duration last = one.reserve(counted, 1, SPACING);

        assertThat(wait).isBetween(SPACING.multipliedBy(4).minus(since(begun)), SPACING.multipliedBy(4));
        assertThat(last).isBetween(SPACING.multipliedBy(6).minus(since(begun)), SPACING.multipliedBy(6));
    }

    @Test
    void noPlaceIsGivenTwiceHoweverManyAskAtOnce() throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Duration>> crowd = IntStream.range(0, 100)
                    .<Callable<Duration>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).reserve(counted, 3, SPACING))
                    .toList();
            for (var each : threads.invokeAll(crowd)) {
                each.get();
            }
        }

        Duration next = one.reserve(counted, 1, SPACING);

        assertThat(next).isBetween(SPACING.multipliedBy(300).minus(since(begun)), SPACING.multipliedBy(300));
    }

    @Test
    void whatAwsRefusedToOneSlowsTheOtherDown() {
        long begun = System.nanoTime();
        one.reserve(counted, 1, SPACING);

        one.slowDown(counted, Duration.ofSeconds(30));

        assertThat(other.reserve(counted, 1, SPACING))
                .isBetween(Duration.ofSeconds(40).minus(since(begun)), Duration.ofSeconds(40));
    }

    @Test
    void whatIsCountedApartIsNotHeldUp() {
        one.reserve(counted, 100, SPACING);

        assertThat(other.reserve("another", 1, SPACING)).isZero();
    }

    @Test
    void afterARestSomeGoAtOnceAndWhoWouldWaitTooLongReservesNothing() throws Exception {
        Rate rate = new Rate(Duration.ofMinutes(10), 3);

        for (RequestPlaces replica : List.of(one, other, one)) {
            assertThat(replica.await(counted, rate, Duration.ofSeconds(1))).isTrue();
        }
        for (RequestPlaces replica : List.of(one, other, one)) {
            assertThat(replica.await(counted, rate, Duration.ofSeconds(1))).isFalse();
        }
        assertThat(one.reserve(counted, 1, Duration.ofMinutes(10)))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
