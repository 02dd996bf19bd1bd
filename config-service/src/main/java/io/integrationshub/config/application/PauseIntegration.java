package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.runtime.events.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stops new work on an integration, and lets it go on again. Asking for what is so already changes nothing, nor does asking
 * for a deleted one. */
@ApplicationScoped
public class PauseIntegration {
    private final Integrations integrations;
    private final Announcements announcements;
    private final AuditTrail audit;
    private final Clock clock;

    PauseIntegration(Integrations integrations, Announcements announcements, AuditTrail audit, Clock clock) {
        this.integrations = integrations;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /** The integration, paused; empty when the store has none of this id. */
    @Transactional
    public Optional<Integration> pause(String storeId, UUID id, String actor, @Nullable String reason) {
        return integrations.lock(storeId, id).map(integration -> {
            if (integration.paused() != null || integration.deleting() != null) {
                return integration;
            }
            Instant now = clock.instant();
            Integration paused = integration.withPause(new Integration.Pause(now, actor, reason), now);
            HubEvent event = new IntegrationPaused(paused.changes(), actor, reason);
            return changed(paused, event, AuditEntry.Action.PAUSED, actor, reason);
        });
    }

    /** The integration, enabled; empty when the store has none of this id. */
    @Transactional
    public Optional<Integration> resume(String storeId, UUID id, String actor, @Nullable String reason) {
        return integrations.lock(storeId, id).map(integration -> {
            if (integration.paused() == null) {
                return integration;
            }
            Integration resumed = integration.withPause(null, clock.instant());
            HubEvent event = new IntegrationResumed(resumed.changes(), actor, reason);
            return changed(resumed, event, AuditEntry.Action.RESUMED, actor, reason);
        });
    }

    private Integration changed(
            Integration integration, HubEvent event, AuditEntry.Action action, String actor, @Nullable String reason) {
        integrations.update(integration);
        announcements.announce(integration.storeId(), integration.id(), null, event);
        audit.add(new AuditEntry(
                integration.storeId(),
                integration.id(),
                integration.updatedAt(),
                actor,
                action,
                "change " + integration.changes(),
                reason));
        return integration;
    }
}
