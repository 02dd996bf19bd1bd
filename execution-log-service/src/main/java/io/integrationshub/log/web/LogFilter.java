package io.integrationshub.log.web;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.LogLine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which lines of a log a person wants to see: those of a level and the graver ones. */
record LogFilter(Severity level, List<LogLine> lines, List<Choice> choices) {

    /** A level to choose, with the number of lines that it shows. */
    record Choice(Severity level, long lines) {}

    static LogFilter of(History history, Severity level) {
        List<Choice> choices = Arrays.stream(Severity.values())
                .map(choice -> new Choice(
                        choice,
                        history.logs().stream()
                                .filter(line -> shows(choice, line.severity()))
                                .count()))
                .toList();
        List<LogLine> lines = history.logs().stream()
                .filter(line -> shows(level, line.severity()))
                .toList();
        return new LogFilter(level, lines, choices);
    }

    /** Lines of errors. */
    public long errors() {
        return lines(Severity.ERROR);
    }

    /** All lines. */
    public long all() {
        return lines(Severity.TRACE);
    }

    public boolean onlyErrors() {
        return level == Severity.ERROR;
    }

    /** The levels that are shown, as the style sheet names them; null for all. */
    public String levels() {
        return level == Severity.TRACE
                ? null
                : Arrays.stream(Severity.values())
                        .filter(shown -> shows(level, shown))
                        .map(Shown::word)
                        .collect(Collectors.joining(" "));
    }

    private long lines(Severity level) {
        return choices.stream()
                .filter(choice -> choice.level() == level)
                .mapToLong(Choice::lines)
                .sum();
    }

    private static boolean shows(Severity level, Severity severity) {
        return severity.compareTo(level) <= 0;
    }
}
