package io.integrationshub.log.web;

import io.integrationshub.log.domain.ExecutionSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An integration to choose: by its name, and where two have the same, by the end of its id, too. */
record Choice(UUID id, String name) {
    private static final int END = 8;

    /** By name. */
    static List<Choice> of(List<ExecutionSummary> newest) {
        Map<String, Long> called = newest.stream()
                .map(ExecutionSummary::instance)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return newest.stream()
                .map(each -> new Choice(
                        each.integrationId(),
                        called.get(each.instance()) == 1
                                ? each.instance()
                                : each.instance() + " …" + end(each.integrationId())))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String end(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - END);
    }
}
