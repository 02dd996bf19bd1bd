package io.integrationshub.config.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: what comes of each command at each stage. */
class LifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "ENABLED, BEGIN_DRAFT, stays",
        "WORKING, BEGIN_DRAFT, stays",
        "PAUSED, BEGIN_DRAFT, stays",
        "PAUSED_AT_WORK, BEGIN_DRAFT, stays",
        "DELETING, BEGIN_DRAFT, INTEGRATION_DELETED",
        "DELETION_FAILED, BEGIN_DRAFT, INTEGRATION_DELETED",
        "DELETED, BEGIN_DRAFT, INTEGRATION_DELETED",
        "ENABLED, FINISH, WORKING",
        "WORKING, FINISH, WORKING superseding",
        "PAUSED, FINISH, INTEGRATION_PAUSED",
        "PAUSED_AT_WORK, FINISH, INTEGRATION_PAUSED",
        "DELETING, FINISH, INTEGRATION_DELETED",
        "DELETION_FAILED, FINISH, INTEGRATION_DELETED",
        "DELETED, FINISH, INTEGRATION_DELETED",
        "ENABLED, RETRY, WORKING",
        "WORKING, RETRY, WORKING superseding",
        "PAUSED, RETRY, INTEGRATION_PAUSED",
        "PAUSED_AT_WORK, RETRY, INTEGRATION_PAUSED",
        "DELETING, RETRY, DELETING superseding",
        "DELETION_FAILED, RETRY, DELETING",
        "DELETED, RETRY, INTEGRATION_DELETED",
        "ENABLED, HEAL, WORKING",
        "WORKING, HEAL, EXECUTION_RUNNING",
        "PAUSED, HEAL, INTEGRATION_PAUSED",
        "PAUSED_AT_WORK, HEAL, INTEGRATION_PAUSED",
        "DELETING, HEAL, INTEGRATION_DELETED",
        "DELETION_FAILED, HEAL, INTEGRATION_DELETED",
        "DELETED, HEAL, INTEGRATION_DELETED",
        "ENABLED, PAUSE, PAUSED",
        "WORKING, PAUSE, PAUSED_AT_WORK",
        "PAUSED, PAUSE, stays",
        "PAUSED_AT_WORK, PAUSE, stays",
        "DELETING, PAUSE, INTEGRATION_DELETED",
        "DELETION_FAILED, PAUSE, INTEGRATION_DELETED",
        "DELETED, PAUSE, INTEGRATION_DELETED",
        "ENABLED, RESUME, stays",
        "WORKING, RESUME, stays",
        "PAUSED, RESUME, ENABLED",
        "PAUSED_AT_WORK, RESUME, WORKING",
        "DELETING, RESUME, INTEGRATION_DELETED",
        "DELETION_FAILED, RESUME, INTEGRATION_DELETED",
        "DELETED, RESUME, INTEGRATION_DELETED",
        "ENABLED, DELETE, DELETING",
        "WORKING, DELETE, DELETING superseding",
        "PAUSED, DELETE, INTEGRATION_PAUSED",
        "PAUSED_AT_WORK, DELETE, INTEGRATION_PAUSED",
        "DELETING, DELETE, INTEGRATION_DELETED",
        "DELETION_FAILED, DELETE, DELETING",
        "DELETED, DELETE, INTEGRATION_DELETED",
    })
    void everyCommandAtEveryStage(Stage stage, Command command, String expected) {
        String told = switch (Lifecycle.decide(stage, command)) {
            case Lifecycle.Decision.Goes(Stage next, boolean supersedes) -> next + (supersedes ? " superseding" : "");
            case Lifecycle.Decision.Stays() -> "stays";
            case Lifecycle.Decision.Refused(String code, String sentence) -> {
                assertThat(sentence).endsWith(".").doesNotContain("null");
                yield code;
            }
        };

        assertThat(told).isEqualTo(expected);
    }
}
