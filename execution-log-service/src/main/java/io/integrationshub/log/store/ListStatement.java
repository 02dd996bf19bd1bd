package io.integrationshub.log.store;

import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.domain.Status;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statement that lists executions. One condition that an index serves, the one that usually leaves least, chooses and orders the
 * rows; at most {@link #WINDOW} of those are then held against the other conditions. So no combination of filters takes longer than
 * looking at that many rows, whatever the planner believes.
 */
final class ListStatement {
    static final int WINDOW = 5000;
    /** Looking for a text costs several times what comparing a value does. */
    static final int TEXT_WINDOW = 2000;

    private static final String ORDER = " order by requested_at desc, id desc limit ";

    private static final String OPEN = " and status in ('QUEUED', 'RUNNING', 'RETRY_PENDING')";

    private static final String ERROR = " and error_class is not null";

    private boolean led;
    private final StringBuilder indexed = new StringBuilder("select * from execution where store_id = ?");
    private final List<Object> indexedValues = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private final List<Object> restValues = new ArrayList<>();
    private final int limit;
    private int window = WINDOW;

    private ListStatement(String storeId, int limit) {
        indexedValues.add(storeId);
        this.limit = limit;
    }

    static ListStatement of(
            String storeId, ExecutionFilter filter, Optional<Position> after, int limit, Instant silentSince) {
        ListStatement list = new ListStatement(storeId, limit);
        filter.text().flatMap(ListStatement::id).ifPresent(id -> list.by("id = ?", id));
        filter.integrationId().ifPresent(id -> list.by("integration_id = ?", id));
        filter.cause().ifPresent(cause -> list.by("cause = ?", cause));
        filter.errorCode().ifPresent(code -> list.by("error_code = ?", code));
        filter.actor().ifPresent(actor -> list.by("actor = ?", actor));
        filter.status().ifPresent(status -> list.status(status, silentSince));
        if (filter.step().isPresent() || filter.errorClass().isPresent()) {
            list.literal(ERROR);
        }
        filter.trigger().ifPresent(trigger -> list.by("trigger = ?", trigger.name()));
        filter.since().ifPresent(since -> list.indexed(" and requested_at >= ?", time(since)));
        filter.until().ifPresent(until -> list.indexed(" and requested_at < ?", time(until)));
        after.ifPresent(position -> {
            list.indexed.append(" and (requested_at, id) < (?, ?)");
            list.indexedValues.add(time(position.requestedAt()));
            list.indexedValues.add(position.id());
        });
        filter.step().ifPresent(step -> list.rest("error_step = ?", step));
        filter.errorClass().ifPresent(kind -> list.rest("error_class = ?", kind.name()));
        filter.text().filter(text -> id(text).isEmpty()).ifPresent(list::text);
        if (filter.originals()) {
            list.and("retry_of is null");
        }
        return list;
    }

    private void status(Status status, Instant silentSince) {
        String due = "greatest(coalesce(next_attempt_at, heard_at), heard_at)";
        switch (status) {
            case QUEUED -> {
                literal(OPEN);
                rest("status = ?", status.name());
            }
            case INTERRUPTED -> {
                literal(OPEN);
                and("status in ('RUNNING', 'RETRY_PENDING')");
                rest(due + " < ?", time(silentSince));
            }
            case RUNNING, RETRY_PENDING -> {
                literal(OPEN);
                rest("status = ?", status.name());
                rest(due + " >= ?", time(silentSince));
            }
            case FAILED -> {
                literal(ERROR);
                rest("status = ?", status.name());
            }
            case CANCELED -> {
                literal(" and status = 'CANCELED'");
                rest("status = ?", status.name());
            }
            // Most are: no index.
            case SUCCEEDED -> rest("status = ?", status.name());
        }
    }

    /** A condition with an index of its own: leads if none does yet. */
    private void by(String condition, Object value) {
        if (led) {
            rest(condition, value);
        } else {
            indexed(" and " + condition, value);
            led = true;
        }
    }

    /** The condition of a partial index, to the letter, or the planner could not use it. Leads if none does yet. */
    private void literal(String condition) {
        if (!led) {
            indexed.append(condition);
            led = true;
        }
    }

    private void text(String text) {
        window = TEXT_WINDOW;
        and("concat_ws(E'\\n', instance, reason, error_message, error_code, error_request, error_step) ilike ?");
        restValues.add(part(text));
    }

    /** A pattern for {@code ilike} that finds this text anywhere. */
    static String part(String text) {
        return '%' + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void indexed(String condition, Object value) {
        indexed.append(condition);
        indexedValues.add(value);
    }

    private void rest(String condition, Object value) {
        and(condition);
        restValues.add(value);
    }

    private void and(String condition) {
        rest.append(rest.isEmpty() ? " where " : " and ").append(condition);
    }

    /** True when every row that fits is found, up to the limit. */
    boolean complete() {
        return rest.isEmpty();
    }

    String sql() {
        return complete()
                ? indexed + ORDER + limit
                : "select * from (" + indexed + ORDER + window + ") looked_at" + rest + ORDER + limit;
    }

    void set(PreparedStatement statement) throws SQLException {
        set(statement, indexedValues, 0);
        set(statement, restValues, indexedValues.size());
    }

    /** The last row that was looked at, when there are more. */
    String end() {
        return "select requested_at, id from (" + indexed + ORDER + window + ") looked_at offset " + (window - 1);
    }

    void setEnd(PreparedStatement statement) throws SQLException {
        set(statement, indexedValues, 0);
    }

    private static void set(PreparedStatement statement, List<Object> values, int behind) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(behind + i + 1, values.get(i));
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
