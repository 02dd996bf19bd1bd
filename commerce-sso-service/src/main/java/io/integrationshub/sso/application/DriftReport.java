package io.integrationshub.sso.application;

import io.integrationshub.sso.domain.Difference;
import java.time.Instant;
import java.util.List;

/**
 * How the store differs from what was applied.
 *
 * @param seenAt as in the events that told it
 */
public record DriftReport(Instant seenAt, List<Difference> findings) {
    public DriftReport {
        findings = List.copyOf(findings);
    }
}
