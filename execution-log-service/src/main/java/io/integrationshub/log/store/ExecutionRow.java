package io.integrationshub.log.store;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.ExecutionError;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An execution as a row of its table. */
final class ExecutionRow {
    private ExecutionRow() {}

    /** Column names and values. */
    static Map<String, Object> of(ExecutionSummary execution) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", execution.id());
        row.put("store_id", text(execution.storeId()));
        row.put("integration_id", execution.integrationId());
        row.put("instance", text(execution.instance()));
        row.put("number", execution.number());
        row.put("generation", execution.generation());
        row.put("trigger", execution.trigger().name());
        row.put("actor", text(execution.actor()));
        row.put("reason", text(execution.reason()));
        row.put("retry_of", execution.retryOf());
        row.put("superseded_by", execution.supersededBy());
        row.put("status", execution.status().name());
        row.put("requested_at", execution.requestedAt());
        row.put("started_at", execution.startedAt());
        row.put("ended_at", execution.endedAt());
        row.put("duration_ms", execution.durationMs());
        row.put("next_attempt_at", execution.nextAttemptAt());
        row.put("writes", execution.writes());
        row.put("heard_at", execution.heardAt());
        row.put("cause", text(execution.cause()));
        ExecutionError error = execution.error();
        if (error != null) {
            row.put(
                    "error_class",
                    error.errorClass() == null ? null : error.errorClass().name());
            row.put("error_code", text(error.code()));
            row.put("error_service", text(error.service()));
            row.put("error_message", text(error.message()));
            row.put("error_remedy", text(error.remedy()));
            row.put("error_request", text(error.requestId()));
            row.put("error_step", text(error.step()));
        }
        return row;
    }

    static ExecutionSummary read(ResultSet row) throws SQLException {
        return new ExecutionSummary(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getObject("integration_id", UUID.class),
                row.getString("instance"),
                row.getLong("number"),
                row.getLong("generation"),
                Trigger.valueOf(row.getString("trigger")),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("retry_of", UUID.class),
                row.getObject("superseded_by", UUID.class),
                Status.valueOf(row.getString("status")),
                instant(row, "requested_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getObject("duration_ms", Long.class),
                instant(row, "next_attempt_at"),
                row.getInt("writes"),
                instant(row, "heard_at"),
                error(row));
    }

    private static ExecutionError error(ResultSet row) throws SQLException {
        String errorClass = row.getString("error_class");
        return errorClass == null
                ? null
                : new ExecutionError(
                        ErrorClass.valueOf(errorClass),
                        row.getString("error_code"),
                        row.getString("error_service"),
                        row.getString("error_message"),
                        row.getString("error_remedy"),
                        row.getString("error_request"),
                        row.getString("error_step"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** PostgreSQL has no text with NUL; JSON does. */
    static String text(String value) {
        return value == null ? null : value.replace('\u0000', ' ');
    }
}
