package io.integrationshub.runtime.jobs;

import java.time.Instant;

/**
 * Durable work of one kind. It is asked for by {@link Jobs#wake} for a key; for one key it never runs twice at a time, and once
 * more when it was asked for while it ran. It survives a crash: the next worker runs it again from the start, so it must
 * observe before it acts.
 */
public interface Job {

    /** The kind of work; never changes, as rows in the database carry it. */
    String name();

    /** Runs for the key. Anything thrown means: again after a pause that grows. */
    Next run(String key, Lease lease);

    /** What comes after a run. */
    sealed interface Next {

        /** Nothing, until it is asked for again. */
        record Done() implements Next {}

        /** Run once more at this time, or as soon as it is asked for, whichever is first. */
        record At(Instant time) implements Next {}

        /** Nothing, until it is asked for again. */
        Next DONE = new Done();
    }
}
