package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Publisher;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages list is what there is. */
class DocsTest {
    private static final Path DOCS = Checkout.ROOT.resolve("deploy/docs");

    @ParameterizedTest
    @EnumSource
    void theTopicsPageListsWhatEachServicePublishes(Publisher publisher) {
        String types = publisher.types().stream()
                .map(type -> "`" + type.getSimpleName() + "`")
                .collect(Collectors.joining(", "));

        assertThat(Checkout.text(DOCS.resolve("topics.md")).lines())
                .anySatisfy(row -> assertThat(row)
                        .startsWith("| `" + publisher.topic() + "` |")
                        .contains(publisher.source().substring(1))
                        .endsWith("| " + types + " |"));
    }

    @Test
    void everyDecisionIsInTheIndexUnderItsTitle() {
        String index = Checkout.text(DOCS.resolve("adr/README.md"));

        assertThat(Checkout.files(DOCS.resolve("adr"), ".md"))
                .filteredOn(file -> !file.endsWith("README.md"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(index)
                        .contains("](" + file.getFileName() + ") | "
                                + Checkout.text(file)
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()
                                        .replaceFirst("# \\d+\\. ", "")
                                + " |"));
    }

    @Test
    void everyWordStandsInTheGlossaryOnce() {
        var words = Checkout.text(DOCS.resolve("glossary.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();

        assertThat(words).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }
}
