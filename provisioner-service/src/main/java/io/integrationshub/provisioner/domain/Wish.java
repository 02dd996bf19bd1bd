package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.RealmsUnwired;

/**
 * What is wanted, and by which execution.
 *
 * @param causationId id of the event that brought it
 * @param deletion what was agreed to, when the integration is to go; null otherwise
 */
public record Wish(long generation, Execution execution, IntegrationSpec spec, String causationId, Deletion deletion) {
    public static Wish from(IntegrationConfigured event, String eventId) {
        return new Wish(event.generation(), event.execution(), event.spec(), eventId, null);
    }

    public static Wish from(IntegrationDeleted event, String eventId) {
        return new Wish(event.generation(), event.execution(), event.spec(), eventId, event.deletion());
    }

    public static Wish from(RealmsUnwired event, String eventId) {
        return new Wish(event.generation(), event.execution(), event.spec(), eventId, event.deletion());
    }

    Wish causedBy(String eventId) {
        return new Wish(generation, execution, spec, eventId, deletion);
    }
}
