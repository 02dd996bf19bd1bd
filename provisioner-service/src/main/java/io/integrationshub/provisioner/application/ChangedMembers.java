package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.provisioner.domain.Document;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a resource that are no longer as they were applied. */
final class ChangedMembers {
    private static final int LONGEST = 200;

    private ChangedMembers() {}

    /** @param paths of the members that differ */
    static List<DriftCheck.Finding> of(String resource, List<String> paths, Document current, Document wanted) {
        return paths.stream()
                .map(path -> new DriftCheck.Finding(
                        resource, path, DriftKind.CHANGED, value(wanted, path), value(current, path)))
                .toList();
    }

    private static @Nullable Object value(Document document, String path) {
        Document at = document;
        // Names of tags may hold dots, so the longest name that exists is taken.
        List<String> names = Arrays.asList(path.split("\\."));
        for (int i = 0; i < names.size(); i++) {
            String rest = String.join(".", names.subList(i, names.size()));
            if (at.has(rest)) {
                Object value = at.members().get(rest);
                return value instanceof String text && text.length() > LONGEST
                        ? text.substring(0, LONGEST) + "…"
                        : value;
            }
            at = at.object(names.get(i));
        }
        return null;
    }
}
