package io.integrationshub.runtime.jobs;

/**
 * What the job works on was replaced by something newer, or work on it was stopped: end the run, say nothing about it and write
 * nothing more. The row that replaced it asks for a run of its own.
 */
public final class SupersededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SupersededException(String what) {
        super(what + " was replaced or stopped");
    }
}
