package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.observed.Condition;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An integration as callers see it. How its earlier executions went is the execution log's to tell.
 *
 * @param name of the user pool
 * @param pause set while the state is PAUSED
 * @param deletion set once the integration was deleted, deletedAt when that came to its end
 * @param definitionVersion version of the integration definition of the latest revision
 * @param conditions how it is, in the order of their types
 * @param progress of the latest execution; null in lists
 * @param exists what exists outside; null in lists
 * @param stateVersion changes whenever anything of this does
 * @param spec the latest revision; null in lists, as templates and style sheets are long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationView(
        UUID id,
        String storeId,
        String name,
        State state,
        Integration.@Nullable Pause pause,
        Integration.@Nullable Deleting deletion,
        @Nullable Instant deletedAt,
        long generation,
        String definitionVersion,
        ExecutionView lastExecution,
        List<StateView.ConditionView> conditions,
        StateView.@Nullable ProgressView progress,
        StateView.@Nullable Exists exists,
        String stateVersion,
        @Nullable SpecView spec,
        Instant createdAt,
        String createdBy,
        Instant updatedAt) {

    /** Whether it takes new work. */
    public enum State {
        ENABLED,
        PAUSED,
        /** Being unwired, and its pool kept or deleted. */
        DELETING,
        /** Gone; answers for its history. */
        DELETED;

        static State of(Integration integration) {
            if (integration.deletedAt() != null) {
                return DELETED;
            }
            if (integration.deleting() != null) {
                return DELETING;
            }
            return integration.paused() == null ? ENABLED : PAUSED;
        }
    }

    /** An execution that was started. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExecutionView(
            UUID id,
            long number,
            Trigger trigger,
            String actor,
            @Nullable String reason,
            Instant requestedAt) {
        static ExecutionView from(Execution execution) {
            return new ExecutionView(
                    execution.id(),
                    execution.number(),
                    execution.trigger(),
                    execution.actor(),
                    execution.reason(),
                    execution.requestedAt());
        }
    }

    /** One revision of the spec. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RevisionView(
            long generation,
            SpecView spec,
            Instant createdAt,
            String createdBy,
            @Nullable String reason) {
        static RevisionView from(Revision revision) {
            return new RevisionView(
                    revision.generation(),
                    SpecView.from(revision.pages()),
                    revision.createdAt(),
                    revision.createdBy(),
                    revision.reason());
        }
    }

    /** With everything. */
    static IntegrationView from(Integrations.Overview overview, List<Condition> conditions) {
        return from(
                overview,
                conditions,
                StateView.ProgressView.from(overview.observed().progress()),
                StateView.Exists.from(overview.observed()),
                SpecView.from(overview.latest().pages()));
    }

    /** As in a list. */
    static IntegrationView listed(Integrations.Overview overview, List<Condition> conditions) {
        return from(overview, conditions, null, null, null);
    }

    private static IntegrationView from(
            Integrations.Overview overview,
            List<Condition> conditions,
            StateView.@Nullable ProgressView progress,
            StateView.@Nullable Exists exists,
            @Nullable SpecView spec) {
        Integration integration = overview.integration();
        return new IntegrationView(
                integration.id(),
                integration.storeId(),
                overview.latest().pages().configuration().userPool().name(),
                State.of(integration),
                integration.paused(),
                integration.deleting(),
                integration.deletedAt(),
                integration.generation(),
                overview.latest().pages().definition(),
                ExecutionView.from(overview.lastExecution()),
                conditions.stream().map(StateView.ConditionView::from).toList(),
                progress,
                exists,
                overview.stateVersion(),
                spec,
                integration.createdAt(),
                integration.createdBy(),
                integration.updatedAt());
    }
}
