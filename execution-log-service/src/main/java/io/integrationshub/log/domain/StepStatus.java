package io.integrationshub.log.domain;

/** Where a step, or one attempt of it, stands. */
public enum StepStatus {
    RUNNING,
    SUCCEEDED,
    /** It succeeded without a change: what an earlier execution made was there, which this one tries again. */
    REUSED,
    FAILED,
    SKIPPED,
    /** It began and nothing was heard of its end, but its service has begun anew or the execution is over. */
    INTERRUPTED
}
