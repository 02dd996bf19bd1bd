package io.integrationshub.log.application;

import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.PreviewRetry.Preview;
import io.integrationshub.log.application.PreviewRetry.Revision;
import io.integrationshub.log.application.Refusal.Code;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.runtime.events.Announcements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Asks for a failed execution again, on a person's behalf. config-service answers with a new execution. */
@ApplicationScoped
public class RetryExecution {
    /** The longest reason that a person can give, in characters. */
    public static final int LONGEST_REASON = 500;

    /** The longest version of a plan that is looked at, in characters. */
    public static final int LONGEST_PLAN_VERSION = 100;

    private final PreviewRetry previews;
    private final Retries retries;
    private final Announcements announcements;
    private final Audit audit;

    RetryExecution(PreviewRetry previews, Retries retries, Announcements announcements, Audit audit) {
        this.previews = previews;
        this.retries = retries;
        this.announcements = announcements;
        this.audit = audit;
    }

    /**
     * What somebody wants.
     *
     * @param trigger RETRY, or on whose behalf else
     * @param actor who asks
     * @param reason what that person wrote, or null
     * @param revision the one to run
     * @param planVersion of the preview that was looked at, or null
     * @param confirmed it is known what may change twice
     */
    public record Wish(
            Trigger trigger, String actor, String reason, Revision revision, String planVersion, boolean confirmed) {

        /** A person's who has looked at the execution. */
        public static Wish of(String actor, String reason, Revision revision) {
            return new Wish(Trigger.RETRY, actor, reason, revision, null, true);
        }
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        /** It is announced, and will be so once. */
        record Requested() implements Outcome {}

        /** There is no such execution in the store. */
        record Unknown() implements Outcome {}

        /** It is not done. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Asks for it, at most once for each execution, however many ask at the same time. */
    public Outcome retry(String storeId, UUID executionId, Wish wish) {
        return QuarkusTransaction.requiringNew().call(() -> inTransaction(storeId, executionId, wish));
    }

    /** The same in the caller's transaction. */
    Outcome inTransaction(String storeId, UUID executionId, Wish wish) {
        return previews.preview(storeId, executionId, wish.revision())
                .map(preview -> refusal(preview, wish)
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> request(preview.execution(), wish)))
                .orElseGet(Outcome.Unknown::new);
    }

    private static Optional<Refusal> refusal(Preview preview, Wish wish) {
        if (preview.refusal().isPresent()) {
            return preview.refusal();
        }
        if (wish.planVersion() != null && !wish.planVersion().equals(preview.version())) {
            return Optional.of(Refusal.of(
                    Code.PLAN_CHANGED, "Something happened since you looked: look at the preview again, then retry."));
        }
        return preview.needsConfirmation() && !wish.confirmed()
                ? Optional.of(
                        Refusal.of(
                                Code.CONFIRMATION_REQUIRED,
                                "It is not known what a step of this execution changed; see mayChangeTwice in the preview. Retry with"
                                        + " confirmed: true to go on. What is there already is looked for before anything is made."))
                : Optional.empty();
    }

    private Outcome request(ExecutionSummary execution, Wish wish) {
        if (!retries.claim(execution.id(), wish.actor(), wish.reason())) {
            return new Outcome.Refused(PreviewRetry.alreadyRetried(Optional.empty()));
        }
        announcements.announce(
                execution.storeId(),
                execution.integrationId(),
                null,
                new ExecutionRetryRequested(
                        execution.id(),
                        wish.trigger(),
                        wish.actor(),
                        wish.reason(),
                        wish.revision() == Revision.SAME ? (Long) execution.generation() : null));
        if (wish.trigger() == Trigger.RETRY) {
            audit.note(
                    execution.storeId(),
                    new Audit.Deed(
                            wish.actor(),
                            Audit.Action.RETRY_REQUESTED,
                            execution.id().toString(),
                            wish.reason()));
        }
        return new Outcome.Requested();
    }
}
