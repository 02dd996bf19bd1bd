package io.integrationshub.log.notice;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertTrigger;
import io.integrationshub.log.application.Notices.Notice;
import java.time.Instant;
import java.util.UUID;

/**
 * What a notice says.
 *
 * @param subject what is alike: a cause, an integration, a step
 * @param occurrences how often since the notice before
 * @param executionId an example, or null
 */
record Message(
        UUID id,
        AlertTrigger type,
        Instant timestamp,
        String storeId,
        UUID ruleId,
        String rule,
        String subject,
        long occurrences,
        Instant since,
        Instant until,
        UUID integrationId,
        String instance,
        UUID executionId,
        String message) {
    static Message of(AlertRule rule, Notice notice) {
        return new Message(
                notice.id(),
                rule.trigger(),
                notice.createdAt(),
                rule.storeId(),
                rule.id(),
                rule.name(),
                notice.subject(),
                notice.occurrences(),
                notice.since(),
                notice.until(),
                notice.integrationId(),
                notice.instance(),
                notice.executionId(),
                notice.message());
    }
}
