package io.integrationshub.log.rest;

import io.integrationshub.log.application.BulkPlan;
import io.integrationshub.log.application.BulkPlan.Decision;
import io.integrationshub.log.application.BulkRetries;
import io.integrationshub.log.application.BulkRetries.BulkRetry;
import io.integrationshub.log.application.BulkRetries.State;
import io.integrationshub.log.application.PlanBulkRetry;
import io.integrationshub.log.application.RetryExecution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API of bulk retries takes and answers. */
final class BulkAnswers {
    private BulkAnswers() {}

    /** @param executions chosen ones; without them the filters of the address choose, those of the list */
    public record Selection(
            @Schema(maxItems = PlanBulkRetry.MOST) List<UUID> executions) {}

    /**
     * @param planVersion of the plan that was looked at
     * @param confirmed true when it is known what may change twice
     */
    public record Start(
            @Schema(maxItems = PlanBulkRetry.MOST) List<UUID> executions,

            @Schema(required = true, maxLength = RetryExecution.LONGEST_PLAN_VERSION)
            String planVersion,

            @Schema(maxLength = RetryExecution.LONGEST_REASON)
            String reason,

            Boolean confirmed) {}

    /**
     * @param decisions how many to RETRY, and how many not for which reason
     * @param causes how many to retry by cause
     * @param mayChangeTwice how many of those to retry ended without anybody knowing what their last write did
     * @param more there are more than looked at
     */
    record Planned(
            String planVersion,
            Map<Decision, Long> decisions,
            Map<String, Long> causes,
            long mayChangeTwice,
            boolean more,
            List<Item> items) {
        static Planned of(BulkPlan plan) {
            return new Planned(
                    plan.version(),
                    plan.decisions(),
                    plan.causes(),
                    plan.mayChangeTwice(),
                    plan.more(),
                    plan.choices().stream().map(Item::of).toList());
        }
    }

    /** An execution with what is to be done with it. */
    record Item(UUID executionId, UUID integrationId, String instance, String cause, Decision decision) {
        static Item of(BulkPlan.Choice choice) {
            return new Item(
                    choice.execution().id(),
                    choice.execution().integrationId(),
                    choice.execution().instance(),
                    choice.execution().cause(),
                    choice.decision());
        }
    }

    /** Progress. */
    record Progress(
            UUID id,
            State state,
            String actor,
            String reason,
            Instant createdAt,
            int total,
            int processed,
            int requested) {
        static Progress of(BulkRetry bulk) {
            return new Progress(
                    bulk.id(),
                    bulk.state(),
                    bulk.actor(),
                    bulk.reason(),
                    bulk.createdAt(),
                    bulk.total(),
                    bulk.processed(),
                    bulk.requested());
        }
    }

    /** @param next given as after, continues; null on the last page */
    record Items(List<BulkRetries.Item> items, Integer next) {}

    /** The newest. */
    record Recent(List<Progress> items) {}
}
