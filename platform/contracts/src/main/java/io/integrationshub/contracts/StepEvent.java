package io.integrationshub.contracts;

/** What provisioner-service and commerce-sso-service say while they work: one step of one execution, or a line of its log. */
public sealed interface StepEvent extends HubEvent
        permits StepStarted, StepSucceeded, StepFailed, StepSkipped, LogWritten {

    /** The step this is about. */
    Step step();
}
