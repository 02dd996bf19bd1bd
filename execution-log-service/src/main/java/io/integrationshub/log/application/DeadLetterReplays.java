package io.integrationshub.log.application;

import io.integrationshub.log.application.DeadLetterBox.Coordinates;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Which dead letters were put back, when and by whom. */
public interface DeadLetterReplays {

    record Replay(Instant at, String actor) {}

    Map<Coordinates, Replay> of(Collection<Coordinates> letters);

    /** The last one counts. */
    void note(Coordinates letter, String actor);
}
