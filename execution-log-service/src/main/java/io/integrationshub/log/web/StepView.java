package io.integrationshub.log.web;

import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.domain.StepHistory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A step with what went in and what came out. */
record StepView(String id, StepHistory step, List<Attempt> attempts) {

    /** Input and output are null when there is nothing in them. */
    record Attempt(StepAttempt attempt, JsonTree.Document input, JsonTree.Document output) {
        public boolean empty() {
            return input == null && output == null && attempt.error() == null;
        }
    }

    /** Which of the two. */
    enum Part {
        INPUT,
        OUTPUT;

        Map<String, Object> of(StepAttempt attempt) {
            return this == INPUT ? attempt.input() : attempt.output();
        }
    }

    static List<StepView> of(History history) {
        List<StepView> steps = new ArrayList<>();
        for (StepHistory step : history.steps()) {
            String id = "step-" + (steps.size() + 1);
            steps.add(new StepView(
                    id,
                    step,
                    step.attempts().stream()
                            .map(attempt -> new Attempt(
                                    attempt,
                                    document(history.summary().id(), id, step, attempt, Part.INPUT),
                                    document(history.summary().id(), id, step, attempt, Part.OUTPUT)))
                            .toList()));
        }
        return steps;
    }

    private static JsonTree.Document document(
            UUID execution, String id, StepHistory step, StepAttempt attempt, Part part) {
        String word = part == Part.INPUT ? "input" : "output";
        String of = step.attempts().size() > 1 ? step.name() + ", attempt " + attempt.attempt() : step.name();
        return JsonTree.document(
                id + "-" + attempt.attempt() + "-" + word,
                word + " of " + of,
                "/executions/" + execution + "/output?part=" + part + "&attempt=" + attempt.attempt() + "&step="
                        + URLEncoder.encode(step.name(), StandardCharsets.UTF_8),
                part.of(attempt));
    }
}
