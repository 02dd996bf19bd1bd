package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.StepEvent;
import io.integrationshub.contracts.WiringFailed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into what is known. Two topics come in no common order and any event may come twice, so each rule keeps what the
 * latest execution says, by its number, and never what came last. No clocks of different services are compared.
 */
public final class Folding {
    private Folding() {}

    /**
     * What is known after one more event.
     *
     * @param publisher who told it
     * @param time of the event
     */
    public static Observed with(Observed known, Publisher publisher, Instant time, HubEvent event) {
        return switch (event) {
            case StepEvent step -> step(known, time, step);
            case PoolReady told ->
                known.with(known.existing().withPool(told.execution().number(), told.userPool(), null));
            case RealmsWired told ->
                known.with(known.existing().withRealms(told.execution().number(), told.realms()));
            case RealmsUnwired told ->
                known.with(known.existing().withRealms(told.execution().number(), List.of()));
            case PoolRemoved told -> removed(known, time, told);
            case SignInReady told -> ready(known, time, told);
            case ProvisioningFailed told ->
                failed(known, time, told.execution(), told.generation(), told.step(), told.failure());
            case WiringFailed told ->
                failed(known, time, told.execution(), told.generation(), told.step(), told.failure());
            case DriftDetected told -> {
                Side side = Side.of(publisher);
                yield known.with(side, DriftSeen.with(known.look(side), told, lookedAt(known, told.executionId())));
            }
            case DriftChecked told -> {
                Side side = Side.of(publisher);
                long number = lookedAt(known, told.executionId());
                yield known.with(side, DriftSeen.over(known.look(side), told.seenAt(), told.found(), number));
            }
            // What this service says itself it knows already; of retries it hears by their executions.
            case IntegrationConfigured said -> known;
            case IntegrationPaused said -> known;
            case IntegrationResumed said -> known;
            case IntegrationDeleted said -> known;
            case ExecutionRetryRequested asked -> known;
        };
    }

    private static Observed step(Observed known, Instant time, StepEvent event) {
        Progress progress = known.progress();
        boolean current = progress != null && progress.executionId().equals(event.executionId());
        return current
                ? Steps.seen(time, event).map(progress::with).map(known::with).orElse(known)
                : known;
    }

    private static Observed ready(Observed known, Instant time, SignInReady told) {
        long number = told.execution().number();
        Observed.Success last = known.succeeded();
        Observed.Trouble trouble = known.failed();
        boolean unbroken = last != null && (trouble == null || trouble.number() < last.number());
        Existing existing = known.existing()
                .withPool(number, told.userPool(), told.signInHost())
                .withRealms(number, told.realms());
        Observed.Success success =
                new Observed.Success(number, told.generation(), time, unbroken ? last.since() : time);
        return ended(known.with(existing).with(success), told.execution(), new Progress.End(time, null, null));
    }

    private static Observed removed(Observed known, Instant time, PoolRemoved told) {
        boolean kept = told.outcome() == DeletionPolicy.RETAIN;
        Existing existing = known.existing().withoutPool(told.execution().number(), kept);
        return ended(known.with(existing), told.execution(), new Progress.End(time, null, null));
    }

    private static Observed failed(
            Observed known, Instant time, Execution execution, long generation, String step, Failure failure) {
        Observed.Trouble trouble = new Observed.Trouble(execution.number(), generation, time, step, failure);
        boolean aboutKeys =
                failure.errorClass() == ErrorClass.CREDENTIALS || failure.errorClass() == ErrorClass.PERMISSION;
        return ended(known.with(trouble, aboutKeys), execution, new Progress.End(time, step, failure));
    }

    private static Observed ended(Observed known, Execution execution, Progress.End end) {
        Progress progress = known.progress();
        return progress != null && progress.executionId().equals(execution.id())
                ? known.with(progress.with(end))
                : known;
    }

    /** Number of the execution whose result was looked at; a look nobody's execution asked for is at the latest. */
    private static long lookedAt(Observed known, @Nullable UUID executionId) {
        Progress progress = known.progress();
        if (progress == null) {
            return 0;
        }
        boolean earlier = executionId != null && !executionId.equals(progress.executionId());
        return earlier ? progress.number() - 1 : progress.number();
    }
}
