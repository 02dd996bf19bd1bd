package io.integrationshub.config.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that carries an Idempotency-Key once: the same request with the same key gets the same answer and does nothing
 * again. Only what succeeded is remembered, for a day; a refusal may be tried again with the same key.
 */
@ApplicationScoped
public class AnswerOnce {
    private final Answers answers;
    private final Clock clock;

    AnswerOnce(Answers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** An answer as it was given. */
    public record Answer(int status, @Nullable String location, String body) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** The answer: of this request, or of the first one with this key. */
        record Given(Answer answer) implements Outcome {}

        /** The key was used for a different request. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Answers, or repeats the answer. A second request with the same key waits for the first one.
     *
     * @param key what the caller chose, or null to answer every time
     * @param request what was asked for, to be compared
     * @param action throws when it refuses; then the key stays free
     */
    @Transactional
    public Outcome answer(String storeId, @Nullable String key, String request, Supplier<Answer> action) {
        if (key == null) {
            return new Outcome.Given(action.get());
        }
        if (!answers.claim(storeId, key, request, clock.instant())) {
            Optional<Answer> earlier = answers.of(storeId, key, request);
            return earlier.<Outcome>map(Outcome.Given::new).orElseGet(Outcome.KeyReused::new);
        }
        Answer answer = action.get();
        answers.remember(storeId, key, answer);
        return new Outcome.Given(answer);
    }

    /** The answer that was given to the same request before; empty when there was none. */
    @Transactional
    public Optional<Answer> answered(String storeId, String key, String request) {
        return answers.of(storeId, key, request);
    }
}
