package io.integrationshub.sso.domain;

/**
 * What config-service has said about an integration as a whole. Its topic is another one than that of the user pools, so this may
 * be known before or after the wiring it concerns.
 *
 * @param change number of the latest pause or resumption, 0 when there was none
 * @param newestExecution highest number of an execution that was asked for, 0 when none is known
 */
public record Lifecycle(long change, boolean paused, long newestExecution) {

    /** Nothing was said yet. */
    public static final Lifecycle UNKNOWN = new Lifecycle(0, false, 0);

    /** True when work on this execution may go on. A deletion is the last word: no pause holds it up. */
    public boolean allows(Wiring wiring) {
        boolean held = paused && wiring.goal() == Goal.WIRE;
        return !held && wiring.execution().number() >= newestExecution;
    }
}
