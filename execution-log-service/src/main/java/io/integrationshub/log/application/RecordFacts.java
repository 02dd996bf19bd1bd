package io.integrationshub.log.application;

import io.integrationshub.log.application.Executions.Next;
import io.integrationshub.log.application.Executions.Place;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.Outline;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Successor;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in what was said, and tells the executions that it touches anew. */
@ApplicationScoped
public class RecordFacts {
    private final Facts facts;
    private final Executions executions;
    private final Retries retries;
    private final Tallies tallies;
    private final List<Follower> followers;
    private final RecentFacts recent = new RecentFacts();

    RecordFacts(Facts facts, Executions executions, Retries retries, Tallies tallies, @All List<Follower> followers) {
        this.facts = facts;
        this.executions = executions;
        this.retries = retries;
        this.tallies = tallies;
        this.followers = List.copyOf(followers);
    }

    /** Takes in these facts in one transaction. Facts that were taken in before change nothing. */
    public void record(List<RecordedFact> batch) {
        facts.makeRoom(batch);
        recent.keep(QuarkusTransaction.requiringNew().call(() -> add(batch)));
    }

    /** Answers all facts of the executions that were told. */
    private Map<UUID, List<RecordedFact>> add(List<RecordedFact> batch) {
        Set<UUID> integrations = batch.stream().map(RecordedFact::integrationId).collect(Collectors.toSet());
        facts.lock(integrations);
        Map<UUID, Set<UUID>> known =
                facts.known(batch.stream().map(RecordedFact::executionId).collect(Collectors.toSet()));
        // Once each, also when the batch has it twice. What is known is complete with these.
        List<RecordedFact> fresh = batch.stream()
                .filter(fact -> known.computeIfAbsent(fact.executionId(), none -> new HashSet<>())
                        .add(fact.eventId()))
                .toList();
        if (fresh.isEmpty()) {
            return Map.of();
        }
        facts.add(fresh);
        fresh.forEach(this::note);
        return tell(fresh, known, integrations);
    }

    private void note(RecordedFact recorded) {
        if (recorded.fact() instanceof Fact.RetryRequested retry) {
            retries.claim(recorded.executionId(), retry.actor(), retry.reason());
        }
    }

    private Map<UUID, List<RecordedFact>> tell(List<RecordedFact> fresh, Map<UUID, Set<UUID>> known, Set<UUID> locked) {
        Map<UUID, List<RecordedFact>> told = complete(recent.with(fresh), known);
        told.putAll(replaced(fresh, told.keySet()));
        Map<UUID, Successor> successors = successors(told.values());
        List<Outline> outlines = told.entrySet().stream()
                .flatMap(story ->
                        Outline.of(story.getValue(), Optional.ofNullable(successors.get(story.getKey()))).stream())
                // A fact may name an execution of an integration that it does not belong to; that story is not ours to
                // tell now.
                .filter(outline -> locked.contains(outline.summary().integrationId()))
                .toList();
        Map<UUID, ExecutionSummary> before = executions.known(
                outlines.stream().map(outline -> outline.summary().id()).toList());
        Map<UUID, List<RecordedFact>> news = fresh.stream().collect(Collectors.groupingBy(RecordedFact::executionId));
        List<Change> changes = outlines.stream()
                .map(outline -> new Change(
                        Optional.ofNullable(before.get(outline.summary().id())),
                        outline,
                        news.getOrDefault(outline.summary().id(), List.of())))
                .toList();
        executions.put(changes);
        followers.forEach(follower -> follower.follow(changes));
        // Last: all of a store's events of an hour share these rows, and whoever writes them keeps the others waiting.
        tallies.add(fresh, changes);
        return told;
    }

    /** The stories that end because a newer execution was asked for. */
    private Map<UUID, List<RecordedFact>> replaced(List<RecordedFact> fresh, Set<UUID> told) {
        List<Place> requested = requestedIn(fresh);
        Set<UUID> replaced = requested.isEmpty() ? Set.of() : new HashSet<>(executions.replaceable(requested));
        return told.containsAll(replaced)
                ? Map.of()
                : facts.of(replaced.stream().filter(id -> !told.contains(id)).toList());
    }

    /** Reads the stories of which more is in the database than was kept. */
    private Map<UUID, List<RecordedFact>> complete(Map<UUID, List<RecordedFact>> kept, Map<UUID, Set<UUID>> known) {
        Set<UUID> incomplete = new HashSet<>(kept.keySet());
        incomplete.removeIf(id -> whole(kept.get(id), known.get(id)));
        if (!incomplete.isEmpty()) {
            kept.putAll(facts.of(incomplete));
        }
        return kept;
    }

    private static boolean whole(List<RecordedFact> kept, Set<UUID> known) {
        return kept.size() == known.size() && kept.stream().allMatch(fact -> known.contains(fact.eventId()));
    }

    /** The next execution of each: in the database, or in this batch. */
    private Map<UUID, Successor> successors(Collection<List<RecordedFact>> stories) {
        List<RecordedFact> requests = stories.stream()
                .flatMap(story -> story.stream()
                        .filter(fact -> fact.fact() instanceof Fact.Requested)
                        .sorted(Comparator.comparing(RecordedFact::at).thenComparing(RecordedFact::eventId))
                        .limit(1))
                .toList();
        List<Place> places = requests.stream().map(RecordFacts::place).toList();
        Map<UUID, Next> known = executions.after(places);
        Map<UUID, List<Next>> here = requests.stream()
                .collect(Collectors.groupingBy(
                        RecordedFact::integrationId, Collectors.mapping(RecordFacts::next, Collectors.toList())));
        Map<UUID, Successor> successors = new HashMap<>();
        for (Place place : places) {
            Stream.concat(Stream.ofNullable(known.get(place.id())), here.get(place.integrationId()).stream())
                    .filter(next -> next.number() > place.number())
                    .min(Comparator.comparingLong(Next::number)
                            .thenComparing(next -> next.id().toString()))
                    .ifPresent(next -> successors.put(place.id(), new Successor(next.id(), next.requestedAt())));
        }
        return successors;
    }

    private static List<Place> requestedIn(List<RecordedFact> fresh) {
        return fresh.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Requested)
                .map(RecordFacts::place)
                .toList();
    }

    private static Place place(RecordedFact recorded) {
        Fact.Requested request = (Fact.Requested) recorded.fact();
        return new Place(
                recorded.executionId(),
                recorded.integrationId(),
                request.execution().number());
    }

    private static Next next(RecordedFact recorded) {
        Fact.Requested request = (Fact.Requested) recorded.fact();
        return new Next(
                recorded.executionId(),
                request.execution().number(),
                request.execution().requestedAt());
    }
}
