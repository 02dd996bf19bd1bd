package io.integrationshub.log.domain;

import java.time.Instant;
import java.util.UUID;

/** The next execution of the same integration: the one with the smallest higher number that is known. */
public record Successor(UUID id, Instant requestedAt) {}
