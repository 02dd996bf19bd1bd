package io.integrationshub.config.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.runtime.events.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives an integration its next execution and announces what is wanted, in the caller's transaction. */
@ApplicationScoped
class StartExecution {
    private final Integrations integrations;
    private final Executions executions;
    private final Observations observations;
    private final Announcements announcements;
    private final Clock clock;

    StartExecution(
            Integrations integrations,
            Executions executions,
            Observations observations,
            Announcements announcements,
            Clock clock) {
        this.integrations = integrations;
        this.executions = executions;
        this.observations = observations;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Why there is an execution. */
    record Cause(
            Trigger trigger,
            String actor,
            @Nullable String reason,
            @Nullable UUID retryOf,
            @Nullable String eventId) {}

    /** Starts it with this revision. The caller holds the lock on the integration, so numbers have no gaps and no twins. */
    @Transactional(Transactional.TxType.MANDATORY)
    Execution start(Integration locked, Revision revision, Cause cause) {
        Instant now = clock.instant();
        Integration counted = locked.withNextExecution(now);
        Execution execution = new Execution(
                UuidCreator.getTimeOrderedEpoch(),
                counted.executions(),
                cause.trigger(),
                cause.actor(),
                cause.reason(),
                cause.retryOf(),
                now);
        integrations.update(counted);
        executions.add(locked.storeId(), locked.id(), revision.generation(), execution);
        observations
                .lock(locked.storeId(), locked.id())
                .ifPresent(known -> observations.update(locked.id(), known.started(execution, revision.generation())));
        announcements.announce(locked.storeId(), locked.id(), cause.eventId(), wanted(locked, revision, execution));
        return execution;
    }

    /** Of a deleted integration nothing is wanted any more but its end, also when that is tried again. */
    private static HubEvent wanted(Integration integration, Revision revision, Execution execution) {
        IntegrationSpec spec = revision.pages().spec();
        return integration.deleting() == null
                ? new IntegrationConfigured(revision.generation(), execution, spec)
                : new IntegrationDeleted(
                        revision.generation(),
                        execution,
                        spec,
                        integration.deleting().deletion());
    }
}
