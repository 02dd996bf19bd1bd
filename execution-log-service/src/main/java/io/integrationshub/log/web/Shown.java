package io.integrationshub.log.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.BulkPlan.Decision;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.ReadStatistics.Day;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.domain.StepStatus;
import io.integrationshub.log.listing.ListQuery;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
            case REUSED -> "Reused";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
            case INTERRUPTED -> "Interrupted";
        };
    }

    static String shape(StepStatus status) {
        return switch (status) {
            case RUNNING -> "◐";
            case SUCCEEDED -> "✓";
            case REUSED -> "↻";
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

    /** Executions of the day that stand there. */
    static long executions(Day day, String status) {
        return day.count(Status.valueOf(status));
    }

    static String word(Decision decision) {
        return switch (decision) {
            case RETRY -> "Retried";
            case RECOVERED -> "Left out: a newer execution succeeded";
            case SUPERSEDED -> "Left out: there is a newer execution";
            case ALREADY_RETRIED -> "Left out: retried before";
            case RUN_NOT_RETRYABLE -> "Left out: did not fail";
            case HISTORY_PURGED -> "Left out: its history was purged";
        };
    }

    static boolean severe(Severity severity) {
        return severity == Severity.ERROR || severity == Severity.FATAL;
    }

    /** How many lines of the log tell of an error. */
    static long errors(History history) {
        return history.logs().stream().filter(line -> severe(line.severity())).count();
    }

    /** The id of the last line of the log, or null. */
    static String lastLine(History history) {
        return history.logs().isEmpty() ? null : history.logs().getLast().id();
    }

    /** True when a filter is used that the page keeps behind More filters. */
    static boolean detailed(ExecutionFilter filter) {
        return filter.since().isPresent()
                || filter.until().isPresent()
                || filter.actor().isPresent()
                || filter.step().isPresent()
                || filter.errorCode().isPresent()
                || filter.cause().isPresent()
                || filter.originals();
    }

    /** As a field for date and time has it. */
    static String field(Optional<Instant> time) {
        return time.map(instant ->
                        instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
                .orElse("");
    }

    static String percent(Double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
    }

    /** As a parameter of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
