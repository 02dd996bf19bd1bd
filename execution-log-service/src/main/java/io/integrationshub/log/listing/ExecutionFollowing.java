package io.integrationshub.log.listing;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.domain.StepHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody has been told of an execution, so that he is told the rest. */
final class ExecutionFollowing {
    private final Set<String> lines = new HashSet<>();
    private final Map<String, StepHistory> steps = new HashMap<>();
    private Optional<String> after;
    private ExecutionSummary summary;

    ExecutionFollowing(Optional<String> after) {
        this.after = after;
    }

    /** What is new in it; the last item of an execution that ended is {@link OfExecution.Over}. */
    List<OfExecution> told(History now) {
        after.ifPresent(line -> skip(now, line));
        after = Optional.empty();
        List<OfExecution> told = new ArrayList<>();
        String behind = null;
        for (LogLine line : now.logs()) {
            if (lines.add(line.id())) {
                told.add(new OfExecution.Line(line, behind));
            }
            behind = line.id();
        }
        List<StepHistory> moved = now.steps().stream()
                .filter(step -> !step.equals(steps.put(step.name(), step)))
                .toList();
        if (!moved.isEmpty() || !now.summary().equals(summary)) {
            told.add(new OfExecution.Changed(now.summary(), moved));
            summary = now.summary();
        }
        if (summary.status().ended()) {
            told.add(new OfExecution.Ended());
            told.add(new OfExecution.Over());
        }
        return told;
    }

    private void skip(History now, String last) {
        List<String> ids = now.logs().stream().map(LogLine::id).toList();
        lines.addAll(ids.subList(0, ids.indexOf(last) + 1));
    }
}
