package io.integrationshub.config.web;

import io.integrationshub.config.domain.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page's form as it is shown: what stands in its fields, and what is wrong with that. Fields are named like the members of the
 * REST interface: {@code aws.region} for {@code /aws/region}.
 */
public record Form(Map<String, List<String>> values, Map<String, String> messages) {
    /** What is never sent back to a browser and never kept outside the sealed places. */
    static final Set<String> SECRETS = Set.of("commerce.clientSecret", "aws.secretAccessKey");

    /** Fields, nothing wrong with them. */
    static Form of(Map<String, List<String>> values) {
        return new Form(values, Map.of());
    }

    Form with(List<Violation> violations) {
        Map<String, String> found = violations.stream()
                .collect(Collectors.toMap(
                        each -> name(each.pointer()), Violation::detail, (first, second) -> first, LinkedHashMap::new));
        return new Form(values, found);
    }

    /** What stands in a field, empty for nothing or a secret. */
    public String value(String name) {
        return SECRETS.contains(name) ? "" : values(name).stream().findFirst().orElse("");
    }

    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** True for a switch that is on. */
    public boolean on(String name) {
        return value(name).equals("true");
    }

    /** What is wrong with a field; empty for nothing. */
    public String message(String name) {
        return messages.getOrDefault(name, "");
    }

    public boolean wrong(String name) {
        return messages.containsKey(name);
    }

    /** What may be kept between two visits. */
    Map<String, List<String>> withoutSecrets() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(SECRETS);
        return kept;
    }

    private static String name(@Nullable String pointer) {
        return pointer == null || pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }
}
