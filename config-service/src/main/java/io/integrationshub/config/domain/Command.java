package io.integrationshub.config.domain;

/** What can be asked for with an integration. */
public enum Command {
    /** Begin a draft that changes it: by hand, to a newer definition, or back to an earlier revision. */
    BEGIN_DRAFT,
    /** Make a draft what is wanted. */
    FINISH,
    /** Try an execution again. */
    RETRY,
    /** Put right what somebody changed outside. */
    HEAL,
    PAUSE,
    RESUME,
    DELETE
}
