package io.integrationshub.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.provisioner.OnRealInfra;
import io.integrationshub.provisioner.application.RequestBudget;
import io.integrationshub.provisioner.application.RequestBudget.Account;
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
class RequestBudgetIT {
    private static final Duration SPACING = Duration.ofSeconds(10);

    private final Account account = new Account(UUID.randomUUID().toString(), "eu-west-1", "UserPoolRead");

    @Inject
    DataSource database;

    private RequestBudget one;
    private RequestBudget other;

    @BeforeEach
    void replicas() {
        one = new RequestBudgetStore(database);
        other = new RequestBudgetStore(database);
    }

    @Test
    void theNextPlaceIsBehindThoseOfTheOtherReplica() {
        long begun = System.nanoTime();

        assertThat(one.reserve(account, 4, SPACING)).isZero();
        Duration wait = other.reserve(account, 2, SPACING);
        Duration last = one.reserve(account, 1, SPACING);

        assertThat(wait).isBetween(SPACING.multipliedBy(4).minus(since(begun)), SPACING.multipliedBy(4));
        assertThat(last).isBetween(SPACING.multipliedBy(6).minus(since(begun)), SPACING.multipliedBy(6));
    }

    @Test
    void noPlaceIsGivenTwiceHoweverManyAskAtOnce() throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Duration>> crowd = IntStream.range(0, 100)
                    .<Callable<Duration>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).reserve(account, 3, SPACING))
                    .toList();
            for (var each : threads.invokeAll(crowd)) {
                each.get();
            }
        }

        Duration next = one.reserve(account, 1, SPACING);

        assertThat(next).isBetween(SPACING.multipliedBy(300).minus(since(begun)), SPACING.multipliedBy(300));
    }

    @Test
    void whatAwsRefusedToOneSlowsTheOtherDown() {
        long begun = System.nanoTime();
        one.reserve(account, 1, SPACING);

        one.slowDown(account, Duration.ofSeconds(30));

        assertThat(other.reserve(account, 1, SPACING))
                .isBetween(Duration.ofSeconds(40).minus(since(begun)), Duration.ofSeconds(40));
    }

    @Test
    void anotherAccountRegionOrCategoryIsNotHeldUp() {
        one.reserve(account, 100, SPACING);

        assertThat(other.reserve(new Account(account.accountId(), "us-east-1", account.category()), 1, SPACING))
                .isZero();
        assertThat(other.reserve(new Account(account.accountId(), account.region(), "UserPoolUpdate"), 1, SPACING))
                .isZero();
        assertThat(other.reserve(new Account("another", account.region(), account.category()), 1, SPACING))
                .isZero();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
