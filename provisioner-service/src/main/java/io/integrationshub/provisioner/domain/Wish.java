package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationSpec;

/**
 * What is wanted, and by which execution.
 *
 * @param causationId id of the event that brought it
 */
public record Wish(long generation, Execution execution, IntegrationSpec spec, String causationId) {

    public static Wish from(IntegrationConfigured event, String eventId) {
        return new Wish(event.generation(), event.execution(), event.spec(), eventId);
    }

    Wish causedBy(String eventId) {
        return new Wish(generation, execution, spec, eventId);
    }
}
