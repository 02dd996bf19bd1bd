package io.integrationshub.sso.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedirectUriPlanTest {

    @Test
    void addsBehindWhatIsThereAndRemembersWhatIsNew() {
        RedirectUriPlan plan = RedirectUriPlan.of(List.of("foreign", "a"), List.of(), List.of("a", "b"), List.of());

        assertThat(plan.result()).containsExactly("foreign", "a", "b");
        assertThat(plan.added()).containsExactly("b");
        assertThat(plan.write()).isTrue();
    }

    @Test
    void writesNothingWhenAllAreThere() {
        RedirectUriPlan plan =
                RedirectUriPlan.of(List.of("b", "foreign", "a"), List.of("b"), List.of("a", "b"), List.of());

        assertThat(plan.write()).isFalse();
        assertThat(plan.added()).containsExactly("b");
    }

    @Test
    void takesAwayOnlyWhatWeAdded() {
        RedirectUriPlan plan = RedirectUriPlan.of(List.of("foreign", "a", "b"), List.of("b"), List.of(), List.of());

        assertThat(plan.result()).containsExactly("foreign", "a");
        assertThat(plan.added()).isEmpty();
    }

    @Test
    void leavesToOtherIntegrationsWhatTheyWantToo() {
        RedirectUriPlan plan = RedirectUriPlan.of(List.of("a", "b"), List.of("a", "b"), List.of(), List.of("b", "c"));

        assertThat(plan.result()).containsExactly("b");
        assertThat(plan.added()).isEmpty();
    }

    @Test
    void claimsBeforeTheWriteBothWhatComesAndWhatGoes() {
        RedirectUriPlan plan = RedirectUriPlan.of(List.of("foreign", "old"), List.of("old"), List.of("new"), List.of());

        assertThat(plan.claimed()).containsExactlyInAnyOrder("old", "new");
        assertThat(plan.added()).containsExactly("new");
        assertThat(plan.adds(List.of("foreign", "old"))).containsExactly("new");
        assertThat(plan.removes(List.of("foreign", "old"))).containsExactly("old");
    }

    @Test
    void whateverHappenedBeforeASecondRunChangesNothingAndForeignOnesStay() {
        Random random = new Random(42);
        List<String> foreign = List.of("f1", "f2", "f3");
        for (int round = 0; round < 500; round++) {
            List<String> addedBefore = some(random, "a", "b", "c");
            List<String> existing = Stream.concat(some(random, "f1", "f2", "f3").stream(), addedBefore.stream())
                    .filter(uri -> random.nextInt(4) > 0)
                    .toList();
            List<String> wanted = some(random, "a", "b", "c", "d");

            RedirectUriPlan first = RedirectUriPlan.of(existing, addedBefore, wanted, List.of());
            // As after a crash between the write and the note of it, and as after none.
            RedirectUriPlan afterCrash = RedirectUriPlan.of(first.result(), first.claimed(), wanted, List.of());
            RedirectUriPlan second = RedirectUriPlan.of(first.result(), first.added(), wanted, List.of());

            assertThat(first.result()).containsAll(wanted);
            assertThat(afterCrash.write()).isFalse();
            assertThat(afterCrash.added()).containsExactlyInAnyOrderElementsOf(first.added());
            assertThat(second.write()).isFalse();
            assertThat(first.result().stream().filter(foreign::contains))
                    .containsExactlyElementsOf(
                            existing.stream().filter(foreign::contains).toList());
        }
    }

    private static List<String> some(Random random, String... of) {
        List<String> chosen = new ArrayList<>();
        for (String one : of) {
            if (random.nextBoolean()) {
                chosen.add(one);
            }
        }
        return chosen;
    }
}
