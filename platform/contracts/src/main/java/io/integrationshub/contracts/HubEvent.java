package io.integrationshub.contracts;

import java.util.UUID;

/**
 * One published fact of the hub: the data of a CloudEvent. Events carry state, not questions: each holds everything a consumer
 * needs to act on it. Changes are additive only; anything else becomes a new record with its own type.
 */
public sealed interface HubEvent
        permits IntegrationConfigured,
                IntegrationPaused,
                IntegrationResumed,
                IntegrationDeleted,
                PoolReady,
                PoolRemoved,
                SignInReady,
                ProvisioningFailed,
                RealmsWired,
                RealmsUnwired,
                WiringFailed,
                DriftDetected,
                DriftChecked,
                ExecutionRetryRequested,
                StepEvent {

    /** The execution this fact belongs to, or null when it belongs to none (pause, drift found by a schedule). */
    UUID executionId();

    /**
     * Names the fact within its integration and type. The same fact always has the same name, whoever writes it and however
     * often, so its event id is the same and consumers drop the second copy.
     */
    String fact();
}
