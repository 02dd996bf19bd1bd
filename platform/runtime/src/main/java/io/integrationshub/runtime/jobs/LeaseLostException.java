package io.integrationshub.runtime.jobs;

/** Another worker has this job by now: stop, write nothing, and say no more about it. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String job, String key) {
        super("Another worker has " + job + " " + key + " by now");
    }
}
