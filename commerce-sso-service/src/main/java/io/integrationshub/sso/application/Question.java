package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Something a person is waiting for: its reads share one time limit, whatever the patience of a single call is. */
final class Question {
    private final long startedAt = System.nanoTime();
    private final Duration limit;

    Question(Duration limit) {
        this.limit = limit;
    }

    /**
     * Reads while there is time.
     *
     * @throws CommerceException QUESTION_TIMED_OUT, when the time is up; what the read itself throws otherwise
     */
    <T> T ask(Supplier<T> read) {
        Duration left = limit.minus(elapsed());
        if (!left.isPositive()) {
            throw timedOut(null);
        }
        FutureTask<T> answer = new FutureTask<>(read::get);
        Thread.ofVirtual().start(answer);
        try {
            return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw timedOut(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw timedOut(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private CommerceException timedOut(Exception cause) {
        Failure failure = new Failure(
                ErrorClass.TRANSIENT,
                "QUESTION_TIMED_OUT",
                "hub",
                "Commerce did not answer everything within " + limit.toSeconds() + " seconds. Try again in a while.",
                "commerce-unavailable",
                null);
        return new CommerceException(failure, CommerceException.Outcome.NOT_DONE, 0, cause);
    }
}
