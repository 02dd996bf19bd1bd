package io.integrationshub.log.domain;

import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.LogWritten;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.contracts.WiringFailed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact with where it comes from. Two with the same {@code eventId} are the same fact.
 *
 * @param storeId the Commerce store
 * @param source CloudEvents source: the service that says it
 * @param at when it was said, in microseconds (what PostgreSQL keeps), by the clock of that service
 */
public record RecordedFact(
        UUID eventId, UUID executionId, UUID integrationId, String storeId, String source, Instant at, Fact fact) {
    private static final Pattern TRACE_CONTEXT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    public RecordedFact {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What the log keeps of an event.
     *
     * @return empty when the event is no part of an execution's story: what it says the steps have said already, or it belongs
     *     to no execution
     * @throws UnreadableEvent when something needed is missing in it
     */
    public static Optional<RecordedFact> of(Envelope event) {
        return fact(event)
                .map(fact -> new RecordedFact(
                        eventId(event),
                        executionId(event.data()),
                        event.integrationId(),
                        event.storeId(),
                        event.source(),
                        event.time(),
                        fact));
    }

    private static Optional<Fact> fact(Envelope event) {
        return Optional.ofNullable(
                switch (event.data()) {
                    case IntegrationConfigured e ->
                        new Fact.Requested(
                                e.generation(),
                                e.execution(),
                                event.storeId(),
                                Payload.instance(e.spec()),
                                Payload.of(e),
                                Payload.hash(event.integrationId(), e.spec()),
                                e.spec().automaticRetry(),
                                traceId(event.traceparent()));
                    case IntegrationDeleted e ->
                        new Fact.Requested(
                                e.generation(),
                                e.execution(),
                                event.storeId(),
                                Payload.instance(e.spec()),
                                Payload.of(e),
                                Payload.hash(event.integrationId(), e.spec()),
                                e.spec().automaticRetry(),
                                traceId(event.traceparent()));
                    case StepStarted e -> new Fact.StepStarted(e.step(), e.input());
                    case StepSucceeded e ->
                        new Fact.StepSucceeded(e.step(), e.startedAt(), e.durationMs(), e.writes(), e.output());
                    case StepFailed e ->
                        new Fact.StepFailed(e.step(), e.startedAt(), e.durationMs(), e.failure(), e.nextAttemptAt());
                    case StepSkipped e -> new Fact.StepSkipped(e.step(), e.reason());
                    case LogWritten e -> new Fact.LogWritten(e.step(), e.line(), e.severity(), e.message());
                    case SignInReady e -> new Fact.Succeeded(Payload.of(e));
                    case PoolRemoved e -> new Fact.Succeeded(Payload.of(e));
                    case ProvisioningFailed e -> new Fact.Failed(e.step(), e.failure());
                    case WiringFailed e -> new Fact.Failed(e.step(), e.failure());
                    case ExecutionRetryRequested e -> new Fact.RetryRequested(e.trigger(), e.actor(), e.reason());
                    case PoolReady e -> null;
                    case RealmsWired e -> null;
                    case RealmsUnwired e -> null;
                    case DriftDetected e -> null;
                    case DriftChecked e -> null;
                    case IntegrationPaused e -> null;
                    case IntegrationResumed e -> null;
                });
    }

    /** The second part of a W3C trace context; null when there is none. */
    private static String traceId(String traceparent) {
        Matcher context = TRACE_CONTEXT.matcher(traceparent == null ? "" : traceparent);
        return context.matches() ? context.group(1) : null;
    }

    /** CloudEvents ids are any text, unique per source; ours are UUIDs. */
    private static UUID eventId(Envelope event) {
        try {
            return UUID.fromString(event.id());
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes((event.source() + "/" + event.id()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static UUID executionId(HubEvent event) {
        UUID id = switch (event) {
            case SignInReady e -> id(e.execution());
            case PoolRemoved e -> id(e.execution());
            case ProvisioningFailed e -> id(e.execution());
            case WiringFailed e -> id(e.execution());
            default -> event.executionId();
        };
        if (id == null) {
            throw new UnreadableEvent("the execution's id is missing");
        }
        return id;
    }

    private static UUID id(Execution execution) {
        return execution == null ? null : execution.id();
    }
}
