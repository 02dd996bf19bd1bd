package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An integration as callers see it. How its executions went is the execution log's to tell.
 *
 * @param name of the user pool
 * @param pause set while the state is PAUSED
 * @param deletion set once the integration was deleted, deletedAt when that came to its end
 * @param definitionVersion version of the integration definition of the latest revision
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

    static IntegrationView from(Integrations.Overview overview) {
        return from(overview, SpecView.from(overview.latest().pages()));
    }

    /** As in a list. */
    static IntegrationView listed(Integrations.Overview overview) {
        return from(overview, null);
    }

    private static IntegrationView from(Integrations.Overview overview, @Nullable SpecView spec) {
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
                Pages.DEFINITION_VERSION,
                ExecutionView.from(overview.lastExecution()),
                spec,
                integration.createdAt(),
                integration.createdBy(),
                integration.updatedAt());
    }
}
