package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Opens an issue for each cause of failures, and resolves it by itself once whatever failed has succeeded. */
@Singleton
class FollowIssues implements Follower {
    private final Issues issues;
    private final Clock clock;

    FollowIssues(Issues issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        List<ExecutionSummary> failures = became(Status.FAILED, changes);
        if (!failures.isEmpty()) {
            issues.failed(failures);
        }
        List<ExecutionSummary> successes = became(Status.SUCCEEDED, changes);
        if (!successes.isEmpty()) {
            issues.succeeded(successes, clock.instant());
        }
    }

    private static List<ExecutionSummary> became(Status status, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.became(status))
                .map(Change::after)
                .toList();
    }
}
