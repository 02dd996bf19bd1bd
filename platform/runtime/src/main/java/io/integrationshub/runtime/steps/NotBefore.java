package io.integrationshub.runtime.steps;

import java.time.Instant;

/** Implemented by exceptions of a step that know when trying again can help at all; the next attempt is not made before that. */
public interface NotBefore {

    /** Earliest time of the next attempt. */
    Instant notBefore();
}
