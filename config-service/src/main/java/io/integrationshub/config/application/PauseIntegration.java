package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Stage;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.runtime.events.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops new work on an integration, and lets it go on again. Asking for what is so already changes nothing. */
@ApplicationScoped
public class PauseIntegration {
    private final Integrations integrations;
    private final Observations observations;
    private final Announcements announcements;
    private final AuditTrail audit;
    private final Clock clock;

    PauseIntegration(
            Integrations integrations,
            Observations observations,
            Announcements announcements,
            AuditTrail audit,
            Clock clock) {
        this.integrations = integrations;
        this.observations = observations;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param command PAUSE or RESUME
     */
    public record Wish(
            String storeId,
            UUID id,
            Command command,
            ExpectedVersion expects,
            String actor,
            @Nullable String reason) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** It is so, from now on or since before. */
        record Done(Integration integration) implements Outcome {}

        /** Not now. */
        record Refused(Lifecycle.Decision.Refused why) implements Outcome {}

        /** The store has no such integration. */
        record Gone() implements Outcome {}
    }

    @Transactional
    public Outcome ask(Wish wish) {
        Integration integration = integrations.lock(wish.storeId(), wish.id()).orElse(null);
        if (integration == null) {
            return new Outcome.Gone();
        }
        wish.expects().require(integration.version());
        Observed observed = observations.lock(wish.storeId(), wish.id()).orElse(Observed.NOTHING);
        return switch (Lifecycle.decide(Stage.of(integration, observed), wish.command())) {
            case Lifecycle.Decision.Refused why -> new Outcome.Refused(why);
            case Lifecycle.Decision.Stays() -> new Outcome.Done(integration);
            case Lifecycle.Decision.Goes goes ->
                new Outcome.Done(
                        wish.command() == Command.PAUSE ? pause(integration, wish) : resume(integration, wish));
        };
    }

    private Integration pause(Integration integration, Wish wish) {
        Instant now = clock.instant();
        Integration paused = integration.withPause(new Integration.Pause(now, wish.actor(), wish.reason()), now);
        HubEvent event = new IntegrationPaused(paused.changes(), wish.actor(), wish.reason());
        return changed(paused, event, AuditEntry.Action.PAUSED, wish);
    }

    private Integration resume(Integration integration, Wish wish) {
        Integration resumed = integration.withPause(null, clock.instant());
        HubEvent event = new IntegrationResumed(resumed.changes(), wish.actor(), wish.reason());
        return changed(resumed, event, AuditEntry.Action.RESUMED, wish);
    }

    private Integration changed(Integration integration, HubEvent event, AuditEntry.Action action, Wish wish) {
        integrations.update(integration);
        announcements.announce(integration.storeId(), integration.id(), null, event);
        audit.add(new AuditEntry(
                integration.storeId(),
                integration.id(),
                integration.updatedAt(),
                wish.actor(),
                action,
                "change " + integration.changes(),
                wish.reason()));
        return integration;
    }
}
