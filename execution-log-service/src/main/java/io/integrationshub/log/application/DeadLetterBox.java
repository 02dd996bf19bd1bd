package io.integrationshub.log.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that a service could not read, set aside on the dead-letter topics with where they came from. */
public interface DeadLetterBox {

    /** Where a record lies. */
    record Coordinates(String topic, int partition, long offset) {}

    /**
     * @param at where it lies now
     * @param from where it came from, or null when it does not say
     * @param type CloudEvents type, or null
     * @param storeId the store that it says it belongs to, or null
     * @param reason why it is here; never quotes the record
     * @param replayedAt when somebody put it back, or null
     * @param replayedBy who did, or null
     */
    record Letter(
            Coordinates at,
            Coordinates from,
            Instant arrivedAt,
            String type,
            String storeId,
            String reason,
            Instant replayedAt,
            String replayedBy) {}

    /** The newest, newest first: at most a hundred of each partition are looked at. */
    List<Letter> newest();

    /** One of them. */
    Optional<Letter> find(Coordinates at);

    /** Puts it back where it came from, as it came; whoever has read it before drops it. False when it is not there any more. */
    boolean replay(Letter letter, String actor);
}
