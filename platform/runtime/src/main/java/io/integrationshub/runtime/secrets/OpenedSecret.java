package io.integrationshub.runtime.secrets;

/** A secret in the clear. Lives on the stack of the call that needs it; shows and serialises nothing. */
public final class OpenedSecret {
    private final String value;

    public OpenedSecret(String value) {
        this.value = value;
    }

    /** The secret itself, for the client library that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
