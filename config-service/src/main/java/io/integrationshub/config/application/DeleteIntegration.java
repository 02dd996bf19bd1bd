package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Stage;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes an integration: its realms are unwired, its user pool is kept or deleted. Its history stays. */
@ApplicationScoped
public class DeleteIntegration {
    private final Integrations integrations;
    private final Observations observations;
    private final Drafts drafts;
    private final StartExecution start;
    private final AuditTrail audit;
    private final Clock clock;

    DeleteIntegration(
            Integrations integrations,
            Observations observations,
            Drafts drafts,
            StartExecution start,
            AuditTrail audit,
            Clock clock) {
        this.integrations = integrations;
        this.observations = observations;
        this.drafts = drafts;
        this.start = start;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody wants deleted.
     *
     * @param confirmation the name of the integration, typed by that person
     * @param pool the user pool as it is now; null when it is kept, does not exist or needs no consent
     */
    public record Wish(
            String storeId,
            UUID id,
            String actor,
            ExpectedVersion expects,
            @Nullable String confirmation,
            Deletion deletion,
            AwsQuestions.@Nullable Pool pool,
            @Nullable String reason) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** An execution is on its way. */
        record Started(Execution execution, long generation) implements Outcome {}

        /** What was typed is not the name. */
        record NotConfirmed(String name) implements Outcome {}

        /**
         * There are users in the pool, or may be, and nobody agreed to their end.
         *
         * @param users as AWS estimates; null when AWS did not let the pool be looked at
         */
        record UsersAtStake(@Nullable Long users) implements Outcome {}

        /** The hub did not make the pool, and nobody agreed to its end. */
        record PoolAdopted() implements Outcome {}

        /** Not now. */
        record Refused(Lifecycle.Decision.Refused why) implements Outcome {}

        /** The store has no such integration. */
        record Gone() implements Outcome {}
    }

    /** Whatever is at work is superseded; drafts that were to change the integration are gone. */
    @Transactional
    public Outcome delete(Wish wish) {
        Integration integration = integrations.lock(wish.storeId(), wish.id()).orElse(null);
        if (integration == null) {
            return new Outcome.Gone();
        }
        wish.expects().require(integration.version());
        Observed observed = observations.lock(wish.storeId(), wish.id()).orElse(Observed.NOTHING);
        if (Lifecycle.decide(Stage.of(integration, observed), Command.DELETE)
                instanceof Lifecycle.Decision.Refused why) {
            return new Outcome.Refused(why);
        }
        Revision latest = integrations.latestRevision(wish.id());
        String name = latest.pages().configuration().userPool().name();
        if (wish.confirmation() == null || !name.equals(wish.confirmation().strip())) {
            return new Outcome.NotConfirmed(name);
        }
        return switch (atStake(wish)) {
            case null -> started(wish, integration, latest);
            case Outcome refused -> refused;
        };
    }

    /** The pool is gone or kept, as wanted: that was the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removed(String storeId, UUID id, PoolRemoved event) {
        integrations
                .lock(storeId, id)
                .filter(integration -> integration.deleting() != null && integration.deletedAt() == null)
                .ifPresent(integration -> {
                    Instant now = clock.instant();
                    integrations.update(integration.withDeleted(now));
                    audit.add(new AuditEntry(
                            storeId,
                            id,
                            now,
                            event.execution().actor(),
                            AuditEntry.Action.GONE,
                            event.outcome() == DeletionPolicy.DELETE ? "user pool deleted" : "user pool kept",
                            null));
                });
    }

    private static @Nullable Outcome atStake(Wish wish) {
        AwsQuestions.Pool pool = wish.pool();
        if (pool == null || wish.deletion().policy() == DeletionPolicy.RETAIN || gone(pool)) {
            return null;
        }
        Long users = pool.estimatedUsers();
        if ((users == null || users > 0) && !wish.deletion().withUsers()) {
            return new Outcome.UsersAtStake(users);
        }
        return pool.adopted() && !wish.deletion().withAdopted() ? new Outcome.PoolAdopted() : null;
    }

    private static boolean gone(AwsQuestions.Pool pool) {
        return pool.failure() != null && pool.failure().code().equals(AwsQuestions.Pool.GONE);
    }

    private Outcome started(Wish wish, Integration integration, Revision latest) {
        Instant now = clock.instant();
        Integration deleting =
                integration.withDeleting(new Integration.Deleting(now, wish.actor(), wish.reason(), wish.deletion()));
        Execution execution = start.start(
                deleting, latest, new StartExecution.Cause(Trigger.DELETED, wish.actor(), wish.reason(), null, null));
        drafts.removeOf(wish.storeId(), wish.id());
        audit.add(new AuditEntry(
                wish.storeId(),
                wish.id(),
                now,
                wish.actor(),
                AuditEntry.Action.DELETED,
                "user pool " + wish.deletion().policy() + ", execution " + execution.id(),
                wish.reason()));
        return new Outcome.Started(execution, latest.generation());
    }
}
