package io.integrationshub.sso.commerce;

/** There was no usable answer: no connection, none in time, cut off, or too long. */
final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * @param sent true when the request may have reached Commerce
     */
    NoAnswerException(boolean sent, Throwable cause) {
        super(cause);
        this.sent = sent;
    }

    boolean sent() {
        return sent;
    }
}
