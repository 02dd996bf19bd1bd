package io.integrationshub.runtime.steps;

import java.util.UUID;

/**
 * What a run is about.
 *
 * @param attempt which run of this service for this execution it is, from 1
 * @param causationId id of the event that led to it, or null
 */
public record Subject(String storeId, UUID integrationId, UUID executionId, int attempt, String causationId) {}
