package io.integrationshub.log.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Step;
import io.integrationshub.log.application.LogLines;
import io.integrationshub.log.domain.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * {@link LogLines} in PostgreSQL: an index chooses and orders the lines, at most {@link #WINDOW} of them are looked at. They are
 * looked at as text: JSON may hold what no text of PostgreSQL can, and would fail to be taken apart there.
 */
@ApplicationScoped
class LogLineStore implements LogLines {
    private static final int WINDOW = 5000;
    private static final String ORDER = " order by said_at desc, event_id desc limit ";

    private final Database database;

    LogLineStore(Database database) {
        this.database = database;
    }

    @Override
    public Found search(String storeId, Query query, Optional<Place> after, int limit) {
        Statement indexed = indexed(storeId, query, after);
        Statement rest = rest(query);
        String all = "select *" + indexed.sql + ORDER + WINDOW;
        String sql = "select event_id, execution_id, integration_id, said_at, severity, kind, body::text from "
                + (rest.sql.isEmpty()
                        ? "(select *" + indexed.sql + ORDER + limit + ") newest" + ORDER + limit
                        : "(" + all + ") looked_at where true" + rest.sql + ORDER + limit);
        List<Object> values =
                Stream.of(indexed.values, rest.values).flatMap(List::stream).toList();
        List<Hit> hits = database.search(sql, statement -> set(statement, values), LogLineStore::read);
        List<Line> lines =
                hits.stream().filter(hit -> tells(hit, query)).map(Hit::line).toList();
        if (hits.size() == limit) {
            Line last = hits.getLast().line();
            return new Found(lines, Optional.of(new Place(last.at(), last.id())), false);
        }
        return new Found(lines, rest.sql.isEmpty() ? Optional.empty() : end(all, indexed), true);
    }

    /** The last line that was looked at, when there are more. */
    private Optional<Place> end(String all, Statement indexed) {
        return database
                .search(
                        "select said_at, event_id from (" + all + ") looked_at" + ORDER + "1 offset " + (WINDOW - 1),
                        statement -> set(statement, indexed.values),
                        row -> new Place(
                                row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)))
                .stream()
                .findFirst();
    }

    private static Statement indexed(String storeId, Query query, Optional<Place> after) {
        Statement indexed = new Statement();
        // Literals, or the planner could not use the partial indexes.
        String severity = query.level() == Severity.ERROR ? "severity in ('ERROR', 'FATAL')" : "severity is not null";
        indexed.and(" from fact where " + severity + " and store_id = ?", storeId);
        query.since().ifPresent(since -> indexed.and(" and said_at >= ?", time(since)));
        query.until().ifPresent(until -> indexed.and(" and said_at < ?", time(until)));
        after.ifPresent(place -> indexed.and(" and (said_at, event_id) < (?, ?)", time(place.at()), place.id()));
        return indexed;
    }

    private static Statement rest(Query query) {
        Statement rest = new Statement();
        if (query.level() != Severity.TRACE && query.level() != Severity.ERROR) {
            String[] shown = Arrays.stream(Severity.values())
                    .filter(severity -> severity.compareTo(query.level()) <= 0)
                    .map(Enum::name)
                    .toArray(String[]::new);
            rest.and(" and severity = any (string_to_array(?, ','))", String.join(",", shown));
        }
        if (query.connections()) {
            rest.and(" and body::text like '%\"name\":\"Check % Connection\"%'");
        }
        query.integrationId().ifPresent(id -> rest.and(" and integration_id = ?", id));
        query.step()
                .ifPresent(step ->
                        rest.and(" and body::text ilike ?", ListStatement.part("\"name\":\"" + escaped(step) + "\"")));
        query.text().ifPresent(text -> rest.and(" and body::text ilike ?", ListStatement.part(escaped(text))));
        return rest;
    }

    private static String escaped(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static final class Statement {
        private final List<Object> values = new ArrayList<>();
        private String sql = "";

        void and(String condition, Object... more) {
            sql += condition;
            values.addAll(List.of(more));
        }
    }

    /** A line with what it says besides. */
    private record Hit(Line line, Failure failure) {}

    /** The text of a row also has the names of its members. */
    private static boolean tells(Hit hit, Query query) {
        String wanted = query.text().orElse("").toLowerCase(Locale.ROOT);
        Stream<String> own = Stream.of(hit.line().message(), hit.line().step());
        Stream<String> cause = Stream.ofNullable(hit.failure())
                .flatMap(failure -> Stream.of(failure.code(), failure.requestId(), failure.service()));
        return Stream.concat(own, cause)
                .filter(Objects::nonNull)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Hit read(ResultSet row) throws SQLException {
        return switch (FactStore.fact(row.getString(6), row.getString(7))) {
            case Fact.LogWritten log -> new Hit(line(row, log.step(), log.message()), null);
            case Fact.StepFailed failed ->
                new Hit(line(row, failed.step(), failed.failure().message()), failed.failure());
            default -> throw new IllegalStateException("No line of a log: " + row.getString(6));
        };
    }

    private static Line line(ResultSet row, Step step, String message) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Severity.valueOf(row.getString(5)),
                step.name(),
                message == null ? "" : message);
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
