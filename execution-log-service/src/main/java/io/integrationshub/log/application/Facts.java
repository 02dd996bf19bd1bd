package io.integrationshub.log.application;

import io.integrationshub.log.domain.RecordedFact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that was said about executions. */
public interface Facts {

    /**
     * Keeps other transactions from telling the stories of these integrations until this one ends. Called first, so that what it
     * reads afterwards is complete.
     */
    void lock(Collection<UUID> integrationIds);

    /** Adds what is new and returns it; facts that are known already are left as they are. */
    List<RecordedFact> add(List<RecordedFact> facts);

    /** The facts by execution; executions without any are absent. */
    Map<UUID, List<RecordedFact>> of(Collection<UUID> executionIds);
}
