package io.integrationshub.log.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was seen and what was told of it. */
public interface Notices {

    /** Where a notice stands. */
    enum State {
        SENDING,
        SENT,
        FAILED
    }

    /**
     * Something that a rule is about.
     *
     * @param subject what is alike: a cause, an instance, a step
     * @param count how often
     * @param executionId an example, or null
     */
    record Seen(
            UUID ruleId,
            String subject,
            long count,
            Instant since,
            Instant until,
            UUID integrationId,
            String instance,
            UUID executionId,
            String message) {}

    /**
     * One message for everything alike that was seen since the one before.
     *
     * @param problem why it could not be delivered the last time, or null; never quotes the answer
     */
    record Notice(
            UUID id,
            UUID ruleId,
            String subject,
            long occurrences,
            Instant since,
            Instant until,
            UUID integrationId,
            String instance,
            UUID executionId,
            String message,
            Instant createdAt,
            State state,
            int attempts,
            String problem) {}

    /** Adds to what waits to be told; answers the ids under which it waits. */
    List<UUID> see(Collection<Seen> seen);

    /** When something of this was told last; empty when never, or when nothing waits. Keeps others from telling it meanwhile. */
    Optional<Told> lock(UUID waitingId);

    /** @param at null when nothing was told yet */
    record Told(UUID ruleId, Instant at) {}

    /** Makes a notice of what waits. */
    Notice tell(UUID waitingId, Instant now);

    Optional<Notice> find(UUID noticeId);

    /** The newest of a rule. */
    List<Notice> newest(UUID ruleId, int limit);

    /** The newest one of each of these rules that has any. */
    List<Notice> newestOfEach(Collection<UUID> ruleIds);

    /** Notes an attempt. */
    void attempted(UUID noticeId, State state, String problem);

    /** Forgets notices that are older. */
    void forgetBefore(Instant time);

    /** What happened before this mark is not told (any more). */
    Instant mark(String name);

    void mark(String name, Instant at);
}
