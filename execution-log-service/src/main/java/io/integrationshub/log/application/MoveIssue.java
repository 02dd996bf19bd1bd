package io.integrationshub.log.application;

import io.integrationshub.log.application.Audit.Action;
import io.integrationshub.log.application.Audit.Deed;
import io.integrationshub.log.application.Issues.Issue;
import io.integrationshub.log.application.Issues.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A person mutes, reopens or resolves an issue. */
@ApplicationScoped
public class MoveIssue {
    private final Issues issues;
    private final Audit audit;
    private final Clock clock;

    MoveIssue(Issues issues, Audit audit, Clock clock) {
        this.issues = issues;
        this.audit = audit;
        this.clock = clock;
    }

    /** The issue as it is then; empty when the store has none such. */
    public Optional<Issue> move(String storeId, UUID id, State state, String actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!issues.move(storeId, id, state, actor, clock.instant())) {
                return Optional.empty();
            }
            Optional<Issue> moved = issues.find(storeId, id);
            moved.ifPresent(issue -> audit.note(storeId, new Deed(actor, action(state), id.toString(), issue.cause())));
            return moved;
        });
    }

    private static Action action(State state) {
        return switch (state) {
            case OPEN -> Action.ISSUE_REOPENED;
            case MUTED -> Action.ISSUE_MUTED;
            case RESOLVED -> Action.ISSUE_RESOLVED;
        };
    }
}
