package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.jobs.Backoff;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a failed run is tried again by itself, and when. */
record RetryPolicy(int attempts, Backoff backoff) {

    static RetryPolicy of(RetryConfig config) {
        return new RetryPolicy(config.attempts(), new Backoff(config.base(), config.cap()));
    }

    Optional<Instant> next(Failure failure, int attempt, Instant now) {
        return failure.errorClass().passesByItself() && attempt < attempts
                ? Optional.of(now.plus(backoff.pause(attempt)))
                : Optional.empty();
    }
}
