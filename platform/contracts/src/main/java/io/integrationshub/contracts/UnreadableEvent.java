package io.integrationshub.contracts;

/** A record that is no event of the hub. Its message says why without quoting the content, so it may go into a header. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        // No stack: it says something of the record, not of the code.
        super(message, null, false, false);
    }
}
