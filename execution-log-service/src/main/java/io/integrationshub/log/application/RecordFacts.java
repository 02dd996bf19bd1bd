package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Successor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what was said, and tells the executions that it touches anew. */
@ApplicationScoped
public class RecordFacts {
    private final Facts facts;
    private final Executions executions;
    private final Retries retries;

    RecordFacts(Facts facts, Executions executions, Retries retries) {
        this.facts = facts;
        this.executions = executions;
        this.retries = retries;
    }

    /** Takes in these facts in one transaction. Facts that were taken in before change nothing. */
    public void record(List<RecordedFact> batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            Set<UUID> integrations =
                    batch.stream().map(RecordedFact::integrationId).collect(Collectors.toSet());
            facts.lock(integrations);
            List<RecordedFact> fresh = facts.add(batch);
            if (!fresh.isEmpty()) {
                fresh.forEach(this::note);
                tell(fresh, integrations);
            }
        });
    }

    private void note(RecordedFact recorded) {
        if (recorded.fact() instanceof Fact.RetryRequested retry) {
            retries.claim(recorded.executionId(), retry.actor(), retry.reason());
        }
    }

    private void tell(List<RecordedFact> fresh, Set<UUID> locked) {
        Set<UUID> touched = new HashSet<>();
        fresh.forEach(recorded -> touched.add(recorded.executionId()));
        List<ExecutionSummary> requested = histories(requestedIn(fresh), Map.of(), locked);
        if (!requested.isEmpty()) {
            // First known, then told: those that are new here may succeed each other.
            executions.put(requested);
            touched.addAll(executions.before(requested));
        }
        executions.put(histories(touched, executions.after(touched), locked));
    }

    private List<ExecutionSummary> histories(Collection<UUID> ids, Map<UUID, Successor> successors, Set<UUID> locked) {
        return facts.of(ids).entrySet().stream()
                .flatMap(told ->
                        History.of(told.getValue(), Optional.ofNullable(successors.get(told.getKey()))).stream())
                .map(History::summary)
                // A fact may name an execution of an integration that it does not belong to; that story is not ours to
                // tell now.
                .filter(summary -> locked.contains(summary.integrationId()))
                .toList();
    }

    private static Set<UUID> requestedIn(List<RecordedFact> fresh) {
        return fresh.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Requested)
                .map(RecordedFact::executionId)
                .collect(Collectors.toSet());
    }
}
