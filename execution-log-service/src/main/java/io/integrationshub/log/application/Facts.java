package io.integrationshub.log.application;

import io.integrationshub.log.domain.RecordedFact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Adds what is new and returns it, each fact once; facts that are known already are left as they are. */
    List<RecordedFact> add(List<RecordedFact> facts);

    /** How many facts there are of each execution; executions without any are absent. */
    Map<UUID, Integer> count(Collection<UUID> executionIds);

    /** Forgets everything that the topics can tell again: facts, executions and sums. */
    void forget();

    /** The facts by execution; executions without any are absent. */
    Map<UUID, List<RecordedFact>> of(Collection<UUID> executionIds);
}
