package io.integrationshub.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void tellsWhatChangedCameAndWent() {
        Map<String, Object> before = Map.of("pool", Map.of("name", "EPCC", "old", true), "urls", List.of("a", "b"));
        Map<String, Object> after = Map.of("pool", Map.of("name", "EPCC2", "tier", "PLUS"), "urls", List.of("a"));

        assertThat(Difference.between(before, after))
                .containsExactlyInAnyOrder(
                        new Difference("pool.name", "EPCC", "EPCC2"),
                        new Difference("pool.tier", null, "PLUS"),
                        new Difference("pool.old", "true", null),
                        new Difference("urls[1]", "b", null));
    }

    @Test
    void theSameDiffersInNothing() {
        Map<String, Object> same = Map.of("empty", List.of(), "number", 1);

        assertThat(Difference.between(same, same)).isEmpty();
        assertThat(Difference.between(Map.of("empty", List.of()), Map.of("empty", Map.of())))
                .hasSize(1);
    }
}
