package io.integrationshub.config.domain;

import io.integrationshub.config.domain.observed.Observed;

/** Where an integration is in its life. */
public enum Stage {
    /** Enabled, and nothing is at work. */
    ENABLED,
    /** Enabled, and an execution is at work. */
    WORKING,
    /** Paused, and nothing is at work. */
    PAUSED,
    /** Paused while an execution was at work, which goes on when it is resumed. */
    PAUSED_AT_WORK,
    /** Being unwired, and its pool kept or deleted. */
    DELETING,
    /** The execution that was to delete it failed. */
    DELETION_FAILED,
    /** Gone; only its history is left. */
    DELETED;

    /** Of an integration, with what is known of its latest execution. */
    public static Stage of(Integration integration, Observed observed) {
        boolean working = observed.running();
        if (integration.deletedAt() != null) {
            return DELETED;
        }
        if (integration.deleting() != null) {
            return working ? DELETING : DELETION_FAILED;
        }
        if (integration.paused() != null) {
            return working ? PAUSED_AT_WORK : PAUSED;
        }
        return working ? WORKING : ENABLED;
    }
}
