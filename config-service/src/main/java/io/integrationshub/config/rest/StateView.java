package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.domain.observed.Condition;
import io.integrationshub.config.domain.observed.Existing;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.config.domain.observed.Progress;
import io.integrationshub.config.domain.observed.StepSeen;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.WiredRealm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an integration from events, as callers see it. */
public final class StateView {
    private StateView() {}

    /**
     * One thing that can be said of it, in the shape of Kubernetes' conditions.
     *
     * @param type Ready, Synced, CredentialsValid, DriftDetected, UpdateAvailable, Paused, Terminal or Recoverable
     * @param status True, False or Unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConditionView(
            String type,
            String status,
            String reason,
            String message,
            @Nullable Instant since,
            long observedGeneration) {
        static ConditionView from(Condition condition) {
            return new ConditionView(
                    condition.type().title(),
                    condition.status().title(),
                    condition.reason(),
                    condition.message(),
                    condition.since(),
                    condition.observedGeneration());
        }
    }

    /**
     * How the latest execution goes.
     *
     * @param failedStep null unless it failed
     * @param failure null unless it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProgressView(
            UUID executionId,
            long number,
            long generation,
            Trigger trigger,
            Progress.State state,
            Instant requestedAt,
            @Nullable Instant endedAt,
            List<StepSeen> steps,
            @Nullable String failedStep,
            @Nullable Failure failure) {
        static @Nullable ProgressView from(@Nullable Progress progress) {
            if (progress == null) {
                return null;
            }
            Progress.End end = progress.end();
            return new ProgressView(
                    progress.executionId(),
                    progress.number(),
                    progress.generation(),
                    progress.trigger(),
                    progress.state(),
                    progress.requestedAt(),
                    end == null ? null : end.at(),
                    progress.steps(),
                    end == null ? null : end.step(),
                    end == null ? null : end.failure());
        }
    }

    /** What exists outside, as far as executions have told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exists(Existing.@Nullable Pool userPool, List<WiredView> realms) {
        static Exists from(Observed observed) {
            Existing existing = observed.existing();
            return new Exists(
                    existing.pool(),
                    existing.realms().stream().map(WiredView::from).toList());
        }
    }

    /** @param signInLink where a sign-in of this realm starts */
    public record WiredView(
            Realm realm,
            String realmId,
            String profileId,
            String profileName,
            String callbackEndpoint,
            String signInLink) {
        static WiredView from(WiredRealm realm) {
            return new WiredView(
                    realm.realm(),
                    realm.realmId(),
                    realm.profileId(),
                    realm.profileName(),
                    realm.callbackEndpoint(),
                    realm.authorizationEndpoint());
        }
    }
}
