package io.integrationshub.log.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.log.application.Position;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final Position POSITION =
            new Position(Instant.parse("2026-03-01T10:00:00.123456Z"), UUID.randomUUID());

    private final Cursors cursors = new Cursors(() -> new byte[] {1, 2, 3});

    @Test
    void whatWasWrittenIsRead() {
        assertThat(cursors.read(cursors.write(POSITION, "list"), "list")).isEqualTo(POSITION);
    }

    @Test
    void isNoGoodForAnotherList() {
        String cursor = cursors.write(POSITION, "store-1");

        assertThatThrownBy(() -> cursors.read(cursor, "store-2")).isInstanceOf(HttpProblem.class);
    }

    @Test
    void isNoGoodWithAnotherKey() {
        String cursor = new Cursors(() -> new byte[] {9}).write(POSITION, "list");

        assertThatThrownBy(() -> cursors.read(cursor, "list")).isInstanceOf(HttpProblem.class);
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String cursor = cursors.write(POSITION, "list");

        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.read(tampered, "list")).isInstanceOf(HttpProblem.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "' or 1=1 --", "AAAA", "%%%"})
    void nonsenseIsRefusedWithTheParametersName(String cursor) {
        assertThatThrownBy(() -> cursors.read(cursor, "list")).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(400);
            assertThat(problem.getParameters()).containsEntry("parameter", "cursor");
        });
    }
}
