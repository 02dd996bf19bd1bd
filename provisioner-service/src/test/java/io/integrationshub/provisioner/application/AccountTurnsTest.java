package io.integrationshub.provisioner.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.AwsAccess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTurnsTest {
    private static final AwsAccess ONE = new AwsAccess("AKIAONE", null, "eu-west-1");
    private static final AwsAccess OTHER = new AwsAccess("AKIAOTHER", null, "eu-west-1");

    private final List<String> woken = new ArrayList<>();
    private final AccountTurns turns = new AccountTurns(2, woken::add);

    @Test
    void whoWaitsIsWokenInTheOrderOfArrivalWhenATurnEnds() {
        AccountTurns.Turn first = turns.take(ONE, "a", false).orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b", false).orElseThrow();
        assertThat(turns.take(ONE, "c", false)).isEmpty();
        assertThat(turns.take(ONE, "d", false)).isEmpty();
        assertThat(turns.take(ONE, "c", false)).isEmpty();

        second.close();
        assertThat(woken).containsExactly("c");
        assertThat(turns.take(ONE, "c", false)).isPresent();
        first.close();

        assertThat(woken).containsExactly("c", "d");
    }

    @Test
    void whatIsHalfDoneIsCompletedBeforeAnotherOneBegins() {
        AccountTurns.Turn first = turns.take(ONE, "a", false).orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b", false).orElseThrow();
        assertThat(turns.take(ONE, "new", false)).isEmpty();
        assertThat(turns.take(ONE, "half-done", true)).isEmpty();

        first.close();
        assertThat(turns.take(ONE, "half-done", true)).isPresent();
        second.close();

        assertThat(woken).containsExactly("half-done", "new");
    }

    @Test
    void oneAccountTakesNoTurnsOfAnother() {
        assertThat(turns.take(ONE, "a", false)).isPresent();
        assertThat(turns.take(ONE, "b", false)).isPresent();

        assertThat(turns.take(OTHER, "c", false)).isPresent();
    }

    @Test
    void aTurnThatSomebodyWokenDoesNotTakeIsOfferedAgain() {
        AccountTurns.Turn first = turns.take(ONE, "a", false).orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b", false).orElseThrow();
        assertThat(turns.take(ONE, "paused-meanwhile", false)).isEmpty();
        assertThat(turns.take(ONE, "c", false)).isEmpty();
        assertThat(turns.take(ONE, "d", false)).isEmpty();
        first.close();
        assertThat(woken).containsExactly("paused-meanwhile");

        second.close();

        assertThat(woken).containsExactly("paused-meanwhile", "c", "d");
    }

    @Test
    void whoGotATurnIsNotWokenAgain() {
        AccountTurns.Turn first = turns.take(ONE, "a", false).orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b", false).orElseThrow();
        assertThat(turns.take(ONE, "c", false)).isEmpty();
        first.close();
        assertThat(turns.take(ONE, "c", false)).isPresent();

        second.close();

        assertThat(woken).containsExactly("c");
    }
}
