package io.integrationshub.log.application;

import io.integrationshub.log.domain.RecordedFact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything that was said about executions, until it is too old. */
public interface Facts {

    /** Makes room for the days on which these facts' executions began. Called before the transaction that adds them. */
    void makeRoom(Collection<RecordedFact> facts);

    /**
     * Keeps other transactions from telling the stories of these integrations until this one ends. Called first, so that what it
     * reads afterwards is complete.
     */
    void lock(Collection<UUID> integrationIds);

    /** The ids of the facts of each execution; executions without any are absent. The sets may be changed. */
    Map<UUID, Set<UUID>> known(Collection<UUID> executionIds);

    /** Adds facts, none of which is {@link #known}; {@link #lock} keeps it so until here. */
    void add(List<RecordedFact> facts);

    /** Which of these executions have any. */
    Set<UUID> kept(Collection<UUID> executionIds);

    /** Forgets everything that the topics can tell again: facts, executions and sums. */
    void forget();

    /** The facts by execution; executions without any are absent. */
    Map<UUID, List<RecordedFact>> of(Collection<UUID> executionIds);
}
