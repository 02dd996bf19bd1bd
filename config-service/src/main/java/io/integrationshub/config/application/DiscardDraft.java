package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Throws a draft away; the integration it was to change stays as it is. */
@ApplicationScoped
public class DiscardDraft {
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    DiscardDraft(Drafts drafts, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        DISCARDED,
        CHANGED,
        GONE
    }

    @Transactional
    public Outcome discard(Edit edit) {
        Optional<Draft> draft = drafts.lock(edit.storeId(), edit.draftId());
        if (draft.isEmpty()) {
            return Outcome.GONE;
        }
        if (!edit.expects().allows(draft.get().version())) {
            return Outcome.CHANGED;
        }
        drafts.remove(edit.storeId(), edit.draftId());
        audit.add(new AuditEntry(
                edit.storeId(),
                draft.get().integrationId(),
                clock.instant(),
                edit.actor(),
                AuditEntry.Action.DRAFT_DISCARDED,
                "draft " + edit.draftId(),
                null));
        return Outcome.DISCARDED;
    }
}
