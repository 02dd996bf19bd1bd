package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Something a person is waiting for: its calls share one time limit, whatever the patience of a single call is. Not for more than one
 * thread.
 */
final class Question {
    private final long startedAt = System.nanoTime();
    private final Duration limit;
    private int calls;

    Question(Duration limit) {
        this.limit = limit;
    }

    /**
     * Makes a call while there is time.
     *
     * @throws ProvisioningException QUESTION_TIMED_OUT, when the time is up; what the call itself throws otherwise
     */
    <T> T ask(Supplier<T> call) {
        Duration left = limit.minus(elapsed());
        if (!left.isPositive()) {
            throw timedOut();
        }
        calls++;
        // The other thread works for the same trace.
        FutureTask<T> answer = new FutureTask<>(Context.current().wrapSupplier(call)::get);
        Thread.ofVirtual().start(answer);
        try {
            return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw timedOut();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw timedOut();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** A list came in this many pages after the first. */
    void morePages(int pages) {
        calls += Math.max(0, pages);
    }

    /** Calls so far; a call that AWS client software repeats by itself counts once. */
    int calls() {
        return calls;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private ProvisioningException timedOut() {
        return ProvisioningException.hub(
                ErrorClass.TRANSIENT,
                "QUESTION_TIMED_OUT",
                "Amazon did not answer everything within " + limit.toSeconds() + " seconds. Try again in a while",
                "wait");
    }
}
