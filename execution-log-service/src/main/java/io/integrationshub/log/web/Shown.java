package io.integrationshub.log.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.domain.StepStatus;
import io.integrationshub.log.listing.ListQuery;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How values look on a page. Statuses are told by shape and word, never by colour alone. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final ObjectWriter PRETTY = Json.mapper().writerWithDefaultPrettyPrinter();
    private static final int SECOND = 1000;

    private Shown() {}

    static String word(Status status) {
        return switch (status) {
            case QUEUED -> "Queued";
            case RUNNING -> "Running";
            case RETRY_PENDING -> "Retry pending";
            case SUCCEEDED -> "Successful";
            case FAILED -> "Failed";
            case CANCELED -> "Cancelled";
            case INTERRUPTED -> "Interrupted";
        };
    }

    static String shape(Status status) {
        return switch (status) {
            case QUEUED -> "○";
            case RUNNING -> "◐";
            case RETRY_PENDING -> "↻";
            case SUCCEEDED -> "✓";
            case FAILED -> "✕";
            case CANCELED -> "⊘";
            case INTERRUPTED -> "⚠";
        };
    }

    /** Class of the style sheet. */
    static String style(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String word(StepStatus status) {
        return switch (status) {
            case RUNNING -> "Running";
            case SUCCEEDED -> "Successful";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
            case INTERRUPTED -> "Interrupted";
        };
    }

    static String shape(StepStatus status) {
        return switch (status) {
            case RUNNING -> "◐";
            case SUCCEEDED -> "✓";
            case FAILED -> "✕";
            case SKIPPED -> "–";
            case INTERRUPTED -> "⊘";
        };
    }

    static String style(StepStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** As in events and in the API. */
    static String word(Trigger trigger) {
        return ListQuery.name(trigger);
    }

    static String utc(Instant instant) {
        return TIME.format(instant);
    }

    /** Milliseconds in the unit that reads best. */
    static String duration(Long milliseconds) {
        if (milliseconds < SECOND) {
            return milliseconds + " ms";
        }
        Duration duration = Duration.ofMillis(milliseconds);
        if (duration.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / (double) SECOND);
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    static String json(Map<String, Object> values) {
        try {
            return PRETTY.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step's output cannot be shown", e);
        }
    }
}
