package io.integrationshub.log.web;

import io.integrationshub.log.application.Audit;
import io.integrationshub.log.domain.ExecutionError;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an execution's pages say beyond what the log holds. */
@TemplateExtension
final class ShownExecution {
    private static final int SHORT = 80;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ShownExecution() {}

    /** Hour and minute of a day that is told elsewhere. */
    static String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** For a name of something that is told in full beside it. */
    static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    static String word(Audit.Action action) {
        return switch (action) {
            case RETRY_REQUESTED -> "Retry requested";
            case BULK_RETRY_STARTED -> "Bulk retry started";
            case BULK_RETRY_PAUSED -> "Bulk retry paused";
            case BULK_RETRY_RESUMED -> "Bulk retry resumed";
            case BULK_RETRY_CANCELED -> "Bulk retry cancelled";
            case ISSUE_MUTED -> "Issue muted";
            case ISSUE_REOPENED -> "Issue reopened";
            case ISSUE_RESOLVED -> "Issue resolved";
            case DEAD_LETTER_REPLAYED -> "Dead letter put back";
            case EVIDENCE_EXPORTED -> "Evidence exported";
            case ALERT_RULE_MADE -> "Alert rule made";
            case ALERT_RULE_CHANGED -> "Alert rule changed";
            case ALERT_RULE_TESTED -> "Alert rule tested";
            case ALERT_RULE_REMOVED -> "Alert rule removed";
        };
    }

    /**
     * Where the subject of a deed is shown, or null.
     *
     * @param admin who may see alert rules
     */
    static String link(Audit.Deed deed, boolean admin) {
        return switch (deed.action()) {
            case RETRY_REQUESTED, EVIDENCE_EXPORTED -> "/executions/" + deed.subject();
            case BULK_RETRY_STARTED, BULK_RETRY_PAUSED, BULK_RETRY_RESUMED, BULK_RETRY_CANCELED ->
                "/bulk-retries/" + deed.subject();
            case ISSUE_MUTED, ISSUE_REOPENED, ISSUE_RESOLVED -> "/issues#issue-" + deed.subject();
            case ALERT_RULE_MADE, ALERT_RULE_CHANGED, ALERT_RULE_TESTED -> admin ? "/alerts/" + deed.subject() : null;
            case DEAD_LETTER_REPLAYED, ALERT_RULE_REMOVED -> null;
        };
    }

    /** What to do about it. */
    static Remedy help(ExecutionError error) {
        return Remedy.of(error);
    }
}
