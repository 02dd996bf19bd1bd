package io.integrationshub.config.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Opens the wizard: empty for a new integration, or with the latest revision of one that is there. */
@ApplicationScoped
public class BeginDraft {
    private final Drafts drafts;
    private final Integrations integrations;
    private final AuditTrail audit;
    private final Clock clock;

    BeginDraft(Drafts drafts, Integrations integrations, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.integrations = integrations;
        this.audit = audit;
        this.clock = clock;
    }

    /** A draft of a new integration. */
    @Transactional
    public Draft ofNew(String storeId, String actor) {
        return begin(storeId, UuidCreator.getTimeOrderedEpoch(), 0, Pages.EMPTY, actor);
    }

    /** A draft that changes an integration; empty when the store has no such integration, or it was deleted. */
    @Transactional
    public Optional<Draft> of(String storeId, UUID integrationId, String actor) {
        return integrations
                .find(storeId, integrationId)
                .filter(found -> found.integration().deleting() == null)
                .map(found -> begin(
                        storeId,
                        integrationId,
                        found.latest().generation(),
                        found.latest().pages(),
                        actor));
    }

    private Draft begin(String storeId, UUID integrationId, long baseGeneration, Pages pages, String actor) {
        Instant now = clock.instant();
        Draft draft = Draft.begin(
                UuidCreator.getTimeOrderedEpoch(), storeId, integrationId, baseGeneration, pages, actor, now);
        drafts.add(draft);
        audit.add(new AuditEntry(
                storeId, integrationId, now, actor, AuditEntry.Action.DRAFT_BEGUN, "draft " + draft.id(), null));
        return draft;
    }
}
