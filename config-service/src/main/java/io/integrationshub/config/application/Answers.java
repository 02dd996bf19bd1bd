package io.integrationshub.config.application;

import java.time.Instant;
import java.util.Optional;

/** The answers given to requests with an Idempotency-Key. */
public interface Answers {

    /**
     * Takes the key for a request. Waits for another transaction that holds it.
     *
     * @return false when it was taken before
     */
    boolean claim(String storeId, String key, String request, Instant now);

    /** The answer that was given to the same request; empty when the key was taken for another one. */
    Optional<AnswerOnce.Answer> of(String storeId, String key, String request);

    /** Keeps the answer of a request whose key was claimed in this transaction. */
    void remember(String storeId, String key, AnswerOnce.Answer answer);
}
