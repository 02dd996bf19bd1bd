package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Stage;
import io.integrationshub.config.domain.observed.DriftSeen;
import io.integrationshub.config.domain.observed.Healing;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts right what somebody changed outside: an ordinary execution of the latest revision. */
@ApplicationScoped
public class HealIntegration {
    private static final Logger LOG = Logger.getLogger(HealIntegration.class);
    private static final String HUB = "hub";

    private final Integrations integrations;
    private final Observations observations;
    private final StartExecution start;
    private final AuditTrail audit;
    private final HealConfig config;
    private final Clock clock;

    HealIntegration(
            Integrations integrations,
            Observations observations,
            StartExecution start,
            AuditTrail audit,
            HealConfig config,
            Clock clock) {
        this.integrations = integrations;
        this.observations = observations;
        this.start = start;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** An execution is on its way. */
        record Started(Execution execution, long generation) implements Outcome {}

        /** Nothing is known to have drifted. */
        record NothingToHeal() implements Outcome {}

        /** Not now. */
        record Refused(Lifecycle.Decision.Refused why) implements Outcome {}

        /** The store has no such integration. */
        record Gone() implements Outcome {}
    }

    /** Heals because a person wants it. */
    @Transactional
    public Outcome heal(String storeId, UUID id, ExpectedVersion expects, String actor, @Nullable String reason) {
        Integration integration = integrations.lock(storeId, id).orElse(null);
        if (integration == null) {
            return new Outcome.Gone();
        }
        expects.require(integration.version());
        Observed observed = observations.lock(storeId, id).orElse(Observed.NOTHING);
        if (Lifecycle.decide(Stage.of(integration, observed), Command.HEAL) instanceof Lifecycle.Decision.Refused why) {
            return new Outcome.Refused(why);
        }
        Revision latest = integrations.latestRevision(id);
        List<DriftSeen.Finding> findings = Healing.relevant(observed, policy(latest));
        return findings.isEmpty()
                ? new Outcome.NothingToHeal()
                : new Outcome.Started(started(integration, latest, findings, null, actor, reason), latest.generation());
    }

    /**
     * Heals by itself, when the policy of the integration wants that and there is no reason against it.
     *
     * @param integration locked by the caller
     * @param eventId of the look that was the cause
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void byItself(Integration integration, Observed observed, String eventId) {
        Revision latest = integrations.latestRevision(integration.id());
        Healing.Decision decision = Healing.decide(
                integration, policy(latest), observed, clock.instant(), config.rest(), config.restWhenUseless());
        switch (decision) {
            case Healing.Decision.Heal(List<DriftSeen.Finding> findings) -> {
                String why = findings.size() + " differences, the first: "
                        + findings.getFirst().address();
                started(integration, latest, findings, eventId, HUB, why);
            }
            case Healing.Decision.Leave(Healing.Reason reason) -> {
                if (!Healing.relevant(observed, policy(latest)).isEmpty()) {
                    LOG.infof("reason=drift-left integrationId=%s: %s", integration.id(), reason);
                }
            }
        }
    }

    private Execution started(
            Integration integration,
            Revision latest,
            List<DriftSeen.Finding> findings,
            @Nullable String eventId,
            String actor,
            @Nullable String reason) {
        StartExecution.Cause cause = new StartExecution.Cause(Trigger.DRIFT_HEAL, actor, reason, null, eventId);
        Execution execution = start.start(integration, latest, cause);
        Observed.Heal heal = new Observed.Heal(execution.number(), execution.requestedAt(), findings);
        observations
                .lock(integration.storeId(), integration.id())
                .ifPresent(known -> observations.update(integration.id(), known.healing(heal)));
        audit.add(new AuditEntry(
                integration.storeId(),
                integration.id(),
                execution.requestedAt(),
                actor,
                AuditEntry.Action.HEALED,
                findings.size() + " differences, execution " + execution.id(),
                reason));
        return execution;
    }

    private static @Nullable DriftPolicy policy(Revision latest) {
        return latest.pages().configuration().drift();
    }
}
