package io.integrationshub.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Stopping stopping = new Stopping();
    private final Patience patience = new Patience(stopping);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void aDatabaseThatDoesNotAnswerIsAskedAgain() {
        patience.untilTheDatabaseAnswers(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        });

        assertThat(tries).hasValue(3);
    }

    @Test
    void whatWouldFailForEverIsNot() {
        IllegalStateException constraint = new IllegalStateException(new SQLException("taken", "23505"));

        assertThatThrownBy(() -> patience.untilTheDatabaseAnswers(() -> {
                    tries.incrementAndGet();
                    throw constraint;
                }))
                .isSameAs(constraint);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aServiceThatStopsSaysSoInOneLineWhateverWasClosedAlready() {
        assertThatThrownBy(() -> patience.untilTheDatabaseAnswers(() -> {
                    stopping.begin(new ShutdownEvent());
                    throw new IllegalStateException("EntityManagerFactory is closed");
                }))
                .isInstanceOf(CutOffException.class)
                .hasNoCause()
                .satisfies(cutOff -> assertThat(cutOff.getStackTrace()).isEmpty());
    }
}
