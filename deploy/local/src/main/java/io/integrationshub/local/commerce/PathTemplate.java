package io.integrationshub.local.commerce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path such as {@code /v2/things/{thingId}}. An empty segment matches a variable, so a trailing slash reaches the route of
 * the single object with an empty id, as it does at Commerce, and is not found there.
 */
record PathTemplate(String template) {

    Optional<Map<String, String>> match(String path) {
        var expected = segments(template);
        var actual = segments(path);
        if (expected.size() != actual.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < expected.size(); i++) {
            var segment = expected.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), actual.get(i));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
