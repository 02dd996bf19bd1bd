package io.integrationshub.sso.domain;

/** What has to be done about the prefix that staff type on the login page of Commerce Manager. */
public sealed interface PrefixPlan {

    /** It is as wanted. */
    record Keep() implements PrefixPlan {}

    /** The store has none. */
    record Set(String prefix) implements PrefixPlan {}

    /** The store has another one, and the admin agreed that it is replaced. */
    record Replace(String from, String to) implements PrefixPlan {}

    /** The store has another one, and people may be using it. */
    record Differs(String present, String wanted) implements PrefixPlan {}

    /**
     * Compares.
     *
     * @param present the store's prefix, null or blank when unset
     */
    static PrefixPlan of(String present, String wanted, boolean mayReplace) {
        if (present == null || present.isBlank()) {
            return new Set(wanted);
        }
        if (present.equals(wanted)) {
            return new Keep();
        }
        return mayReplace ? new Replace(present, wanted) : new Differs(present, wanted);
    }
}
