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
        AccountTurns.Turn first = turns.take(ONE, "a").orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b").orElseThrow();
        assertThat(turns.take(ONE, "c")).isEmpty();
        assertThat(turns.take(ONE, "d")).isEmpty();
        assertThat(turns.take(ONE, "c")).isEmpty();

        second.close();
        assertThat(woken).containsExactly("c");
        assertThat(turns.take(ONE, "c")).isPresent();
        first.close();

        assertThat(woken).containsExactly("c", "d");
    }

    @Test
    void oneAccountTakesNoTurnsOfAnother() {
        assertThat(turns.take(ONE, "a")).isPresent();
        assertThat(turns.take(ONE, "b")).isPresent();

        assertThat(turns.take(OTHER, "c")).isPresent();
    }

    @Test
    void aTurnThatSomebodyWokenDoesNotTakeIsOfferedAgain() {
        AccountTurns.Turn first = turns.take(ONE, "a").orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b").orElseThrow();
        assertThat(turns.take(ONE, "paused-meanwhile")).isEmpty();
        assertThat(turns.take(ONE, "c")).isEmpty();
        assertThat(turns.take(ONE, "d")).isEmpty();
        first.close();
        assertThat(woken).containsExactly("paused-meanwhile");

        second.close();

        assertThat(woken).containsExactly("paused-meanwhile", "c", "d");
    }

    @Test
    void whoGotATurnIsNotWokenAgain() {
        AccountTurns.Turn first = turns.take(ONE, "a").orElseThrow();
        AccountTurns.Turn second = turns.take(ONE, "b").orElseThrow();
        assertThat(turns.take(ONE, "c")).isEmpty();
        first.close();
        assertThat(turns.take(ONE, "c")).isPresent();

        second.close();

        assertThat(woken).containsExactly("c");
    }
}
