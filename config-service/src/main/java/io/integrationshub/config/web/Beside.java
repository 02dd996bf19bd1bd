package io.integrationshub.config.web;

import io.integrationshub.config.domain.Pages;
import java.util.List;
import java.util.stream.Stream;

/**
 * A draft beside the revision it began with.
 *
 * @param changed steps whose page is another one by now
 * @param news what is new in the version of the definition that the draft updates to; empty when it updates nothing
 * @param newDefaults templates whose default is another one there
 */
public record Beside(List<Step> changed, List<String> news, List<String> newDefaults) {
    /** A draft that began with nothing. */
    static final Beside NOTHING = new Beside(List.of(), List.of(), List.of());

    static List<Step> changed(Pages base, Pages now) {
        return Stream.of(Step.values())
                .filter(step -> step.page() != null && !step.same(base, now))
                .toList();
    }
}
