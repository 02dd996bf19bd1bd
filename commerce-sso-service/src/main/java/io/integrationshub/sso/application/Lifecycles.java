package io.integrationshub.sso.application;

import io.integrationshub.sso.domain.Lifecycle;
import java.util.UUID;

/** Pauses and the newest execution of every integration. Every write needs a transaction. */
public interface Lifecycles {

    /** {@link Lifecycle#UNKNOWN} when nothing was said. */
    Lifecycle find(UUID integrationId);

    /** Pauses or resumes; a change that is not newer than the last one changes nothing. */
    void pause(UUID integrationId, long change, boolean paused);

    /** An execution of this number was asked for; a lower one changes nothing. */
    void asked(UUID integrationId, long executionNumber);
}
