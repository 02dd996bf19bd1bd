package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Stage;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.Execution;
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
    private final Observations observations;
    private final StartExecution start;
    private final AuditTrail audit;
    private final Clock clock;

    FinishDraft(
            Drafts drafts,
            Integrations integrations,
            Observations observations,
            StartExecution start,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.integrations = integrations;
        this.observations = observations;
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

        /** Not now. */
        record Refused(Lifecycle.Decision.Refused why) implements Outcome {}

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
        observations.add(draft.storeId(), integration.id());
        Revision first = append(draft, 1, actor, reason, now);
        return started(integration, first, false, draft, actor, reason);
    }

    private Outcome change(Draft draft, String actor, @Nullable String reason) {
        Integration integration = integrations
                .lock(draft.storeId(), draft.integrationId())
                .orElseThrow(() -> new IllegalStateException("A draft outlived integration " + draft.integrationId()));
        Observed observed =
                observations.lock(draft.storeId(), draft.integrationId()).orElse(Observed.NOTHING);
        if (Lifecycle.decide(Stage.of(integration, observed), Command.FINISH)
                instanceof Lifecycle.Decision.Refused why) {
            return new Outcome.Refused(why);
        }
        if (integration.generation() != draft.baseGeneration()) {
            return new Outcome.Overtaken();
        }
        Revision latest = integrations.latestRevision(integration.id());
        if (draft.pages().completed().equals(latest.pages())) {
            return started(integration, latest, true, draft, actor, reason);
        }
        Instant now = clock.instant();
        Revision next = append(draft, latest.generation() + 1, actor, reason, now);
        return started(integration.withGeneration(next.generation(), now), next, false, draft, actor, reason);
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
            Draft draft,
            String actor,
            @Nullable String reason) {
        StartExecution.Cause cause = new StartExecution.Cause(draft.purpose().trigger(), actor, reason, null, null);
        Execution execution = start.start(integration, revision, cause);
        audit.add(new AuditEntry(
                integration.storeId(),
                integration.id(),
                execution.requestedAt(),
                actor,
                action(draft.purpose()),
                "generation " + revision.generation()
                        + (draft.restores() == null ? "" : " as generation " + draft.restores())
                        + ", execution " + execution.id(),
                reason));
        return new Outcome.Started(integration.id(), execution, revision.generation(), unchanged);
    }

    private static AuditEntry.Action action(Draft.Purpose purpose) {
        return switch (purpose) {
            case CONFIGURE -> AuditEntry.Action.CONFIGURED;
            case RECONFIGURE -> AuditEntry.Action.RECONFIGURED;
            case UPDATE -> AuditEntry.Action.UPDATED;
            case RESTORE -> AuditEntry.Action.RESTORED;
        };
    }
}
