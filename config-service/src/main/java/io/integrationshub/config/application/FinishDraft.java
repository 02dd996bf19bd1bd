package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a draft what is wanted from now on, and starts the execution that brings it about. The draft is used up. */
@ApplicationScoped
public class FinishDraft {
    private final Drafts drafts;
    private final Integrations integrations;
    private final StartExecution start;
    private final AuditTrail audit;
    private final Clock clock;

    FinishDraft(Drafts drafts, Integrations integrations, StartExecution start, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.integrations = integrations;
        this.start = start;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * An execution is on its way.
         *
         * @param unchanged the draft said what the latest revision says already, so there is no new one
         */
        record Started(UUID integrationId, Execution execution, long generation, boolean unchanged)
                implements Outcome {}

        /** Pages are still to be filled in. */
        record Incomplete(List<Gap> gaps) implements Outcome {}

        /** Someone else reconfigured the integration after this draft was begun. */
        record Overtaken() implements Outcome {}

        /** The integration is paused. */
        record Paused() implements Outcome {}

        /** The draft is not at the version the caller expects. */
        record Changed() implements Outcome {}

        /** The store has no such draft, or no more. */
        record Gone() implements Outcome {}
    }

    @Transactional
    public Outcome finish(Edit edit, @Nullable String reason) {
        Draft draft = drafts.lock(edit.storeId(), edit.draftId()).orElse(null);
        if (draft == null) {
            return new Outcome.Gone();
        }
        if (!edit.expects().allows(draft.version())) {
            return new Outcome.Changed();
        }
        List<Gap> gaps = draft.pages().gaps();
        if (!gaps.isEmpty()) {
            return new Outcome.Incomplete(gaps);
        }
        Outcome outcome = draft.isNew() ? create(draft, edit.actor(), reason) : change(draft, edit.actor(), reason);
        if (outcome instanceof Outcome.Started) {
            drafts.remove(draft.storeId(), draft.id());
        }
        return outcome;
    }

    private Outcome create(Draft draft, String actor, @Nullable String reason) {
        Instant now = clock.instant();
        Integration integration = Integration.created(draft.integrationId(), draft.storeId(), actor, now);
        integrations.add(integration);
        Revision first = append(draft, 1, actor, reason, now);
        return started(integration, first, false, Trigger.CONFIGURED, actor, reason);
    }

    private Outcome change(Draft draft, String actor, @Nullable String reason) {
        Integration integration = integrations
                .lock(draft.storeId(), draft.integrationId())
                .orElseThrow(() -> new IllegalStateException("A draft outlived integration " + draft.integrationId()));
        if (integration.deleting() != null) {
            return new Outcome.Gone();
        }
        if (integration.paused() != null) {
            return new Outcome.Paused();
        }
        if (integration.generation() != draft.baseGeneration()) {
            return new Outcome.Overtaken();
        }
        Revision latest = integrations.latestRevision(integration.id());
        if (draft.pages().completed().equals(latest.pages())) {
            return started(integration, latest, true, Trigger.RECONFIGURED, actor, reason);
        }
        Instant now = clock.instant();
        Revision next = append(draft, latest.generation() + 1, actor, reason, now);
        return started(
                integration.withGeneration(next.generation(), now), next, false, Trigger.RECONFIGURED, actor, reason);
    }

    private Revision append(Draft draft, long generation, String actor, @Nullable String reason, Instant now) {
        Pages pages = draft.pages().completed();
        Revision revision = new Revision(draft.integrationId(), generation, pages, now, actor, reason);
        integrations.add(revision);
        return revision;
    }

    private Outcome started(
            Integration integration,
            Revision revision,
            boolean unchanged,
            Trigger trigger,
            String actor,
            @Nullable String reason) {
        Execution execution =
                start.start(integration, revision, new StartExecution.Cause(trigger, actor, reason, null, null));
        audit.add(new AuditEntry(
                integration.storeId(),
                integration.id(),
                execution.requestedAt(),
                actor,
                trigger == Trigger.CONFIGURED ? AuditEntry.Action.CONFIGURED : AuditEntry.Action.RECONFIGURED,
                "generation " + revision.generation() + ", execution " + execution.id(),
                reason));
        return new Outcome.Started(integration.id(), execution, revision.generation(), unchanged);
    }
}
