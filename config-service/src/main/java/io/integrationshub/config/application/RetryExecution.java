package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Stage;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.ExecutionRetryRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts an execution once more, with the latest revision of its integration. An execution is tried again at most once. */
@ApplicationScoped
public class RetryExecution {
    private static final Logger LOG = Logger.getLogger(RetryExecution.class);

    private final Integrations integrations;
    private final Observations observations;
    private final Executions executions;
    private final StartExecution start;
    private final AuditTrail audit;

    RetryExecution(
            Integrations integrations,
            Observations observations,
            Executions executions,
            StartExecution start,
            AuditTrail audit) {
        this.integrations = integrations;
        this.observations = observations;
        this.executions = executions;
        this.start = start;
        this.audit = audit;
    }

    /**
     * Does what the event asks for, or says in the log why not.
     *
     * @param eventId of the event, which becomes the cause of the new execution
     */
    @Transactional
    public void retry(String storeId, UUID integrationId, String eventId, ExecutionRetryRequested request) {
        Integration integration = integrations.lock(storeId, integrationId).orElse(null);
        UUID retried = request.executionId();
        Optional<Revision> revision =
                integration == null ? Optional.empty() : wanted(integration, request.generation());
        if (integration == null || !executions.exists(storeId, integrationId, retried)) {
            LOG.warnf("reason=unknown-execution integrationId=%s executionId=%s: not retried", integrationId, retried);
        } else if (Lifecycle.decide(stage(integration), Command.RETRY) instanceof Lifecycle.Decision.Refused why) {
            LOG.infof("reason=%s integrationId=%s executionId=%s: not retried", why.code(), integrationId, retried);
        } else if (executions.retried(retried)) {
            LOG.infof("reason=already-retried integrationId=%s executionId=%s: not again", integrationId, retried);
        } else if (revision.isEmpty()) {
            LOG.warnf("reason=unknown-revision integrationId=%s executionId=%s: not retried", integrationId, retried);
        } else {
            Execution execution = start.start(
                    integration,
                    revision.get(),
                    new StartExecution.Cause(request.trigger(), request.actor(), request.reason(), retried, eventId));
            audit.add(new AuditEntry(
                    storeId,
                    integrationId,
                    execution.requestedAt(),
                    request.actor(),
                    AuditEntry.Action.RETRIED,
                    "execution " + retried + " as " + execution.id(),
                    request.reason()));
        }
    }

    private Stage stage(Integration integration) {
        return Stage.of(
                integration,
                observations.lock(integration.storeId(), integration.id()).orElse(Observed.NOTHING));
    }

    /** The latest revision, unless a certain one is asked for. */
    private Optional<Revision> wanted(Integration integration, @Nullable Long generation) {
        return generation == null
                ? Optional.of(integrations.latestRevision(integration.id()))
                : integrations.revision(integration.storeId(), integration.id(), generation);
    }
}
