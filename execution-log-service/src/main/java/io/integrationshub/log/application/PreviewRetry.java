package io.integrationshub.log.application;

import io.integrationshub.log.application.Refusal.Code;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.RetryStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what a retry of an execution would do, or why there is none, before anybody asks for it. */
@ApplicationScoped
public class PreviewRetry {
    private final ReadExecutions executions;
    private final Executions rows;
    private final Retries retries;

    PreviewRetry(ReadExecutions executions, Executions rows, Retries retries) {
        this.executions = executions;
        this.rows = rows;
        this.retries = retries;
    }

    /** Which revision of the configuration a retry runs. */
    public enum Revision {
        /** The one of the failed execution. */
        SAME,
        /** As the integration is configured now. */
        LATEST
    }

    /**
     * What a retry would do.
     *
     * @param steps the known ones, in their order
     * @param refusal why it would not be done, whatever a person says
     * @param version changes when what it would do changes
     */
    public record Preview(
            ExecutionSummary execution,
            Revision revision,
            List<RetryStep> steps,
            Optional<Refusal> refusal,
            String version) {
        public Preview {
            steps = List.copyOf(steps);
        }

        /** Something may change twice. */
        public boolean needsConfirmation() {
            return steps.stream().anyMatch(RetryStep::mayChangeTwice);
        }
    }

    /** Empty when the store has no such execution. */
    public Optional<Preview> preview(String storeId, UUID executionId, Revision revision) {
        return executions.find(storeId, executionId).map(execution -> preview(execution, revision));
    }

    Preview preview(ExecutionSummary execution, Revision revision) {
        History history = executions.history(execution);
        List<RetryStep> steps = RetryStep.of(history);
        String seen = steps.stream().map(RetryStep::toString).collect(Collectors.joining("\n"));
        String version = Fingerprint.of(execution.id() + " " + execution.status() + " " + revision + "\n" + seen);
        return new Preview(execution, revision, steps, refusal(execution, history, revision), version);
    }

    private Optional<Refusal> refusal(ExecutionSummary execution, History history, Revision revision) {
        if (!execution.status().retryable()) {
            return Optional.of(Refusal.of(
                    Code.RUN_NOT_RETRYABLE,
                    "Only an execution that failed, was canceled or was interrupted can be retried; this one is "
                            + execution.status() + "."));
        }
        Optional<UUID> retriedBy = rows.retryOf(execution.id());
        if (retriedBy.isPresent() || retries.claimed(execution.id())) {
            return Optional.of(alreadyRetried(retriedBy));
        }
        ExecutionSummary newest =
                rows.newest(List.of(execution.integrationId())).getOrDefault(execution.integrationId(), execution);
        boolean newer = newest.number() > execution.number();
        if (newer && (revision == Revision.SAME || !newest.status().ended())) {
            return Optional.of(new Refusal(
                    Code.SUPERSEDED,
                    "A newer execution of this integration is there, and this one would get in its way or undo it. Look at the"
                            + " newer one; retry with the latest revision once that has ended.",
                    Optional.of(newest.id())));
        }
        return history.purged()
                ? Optional.of(Refusal.of(
                        Code.HISTORY_PURGED,
                        "Steps of this execution were too old to be kept, so nobody can tell what a retry would do. Start a"
                                + " new execution of the integration: Reconfigure, without a change."))
                : Optional.empty();
    }

    static Refusal alreadyRetried(Optional<UUID> retriedBy) {
        return new Refusal(Code.ALREADY_RETRIED, "This execution was retried before; follow the new one.", retriedBy);
    }
}
