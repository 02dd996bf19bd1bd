package io.integrationshub.log.web;

import io.integrationshub.log.domain.Difference;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an execution was asked for, and what is different from the execution before.
 *
 * @param previous the execution before, or null when there is none
 * @param differences null when they cannot be told
 */
record PayloadView(Map<String, Object> payload, ExecutionSummary previous, List<Difference> differences) {

    static PayloadView of(History history, Optional<History> previous) {
        return new PayloadView(
                history.payload(),
                previous.map(History::summary).orElse(null),
                previous.filter(before -> !before.purged() && !history.purged())
                        .map(before -> Difference.between(before.payload(), history.payload()))
                        .orElse(null));
    }

    JsonTree.Document document(UUID id) {
        return JsonTree.document(
                "payload", "payload", "/executions/" + id + "/output?step=Integration%20Trigger&attempt=1", payload);
    }
}
