package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import java.util.List;

/** A step cannot go on. Carries what to tell people and whether waiting helps, see {@link Failure}. */
public final class ProvisioningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient List<Flaw> flaws;

    public ProvisioningException(Failure failure) {
        this(failure, (Throwable) null);
    }

    public ProvisioningException(Failure failure, Throwable cause) {
        this(failure, List.of(new Flaw(failure.message(), null, null)), cause);
    }

    private ProvisioningException(Failure failure, List<Flaw> flaws, Throwable cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
        this.flaws = List.copyOf(flaws);
    }

    /** Where in a text something is wrong, both from 1. */
    public record Place(int line, int column) {
        @Override
        public String toString() {
            return "(line " + line + ", column " + column + ")";
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param member path of the member of a request; null when it is wrong as a whole
     * @param place in the rendered template; null when it is wrong as a whole
     */
    public record Flaw(String message, String member, Place place) {}

    /**
     * A template cannot be used.
     *
     * @param message about all flaws together
     */
    public static ProvisioningException template(String message, List<Flaw> flaws) {
        return new ProvisioningException(
                new Failure(ErrorClass.INPUT, "INVALID_TEMPLATE", "hub", message, "template", null), flaws, null);
    }

    /** A refusal of the hub itself. */
    public static ProvisioningException hub(ErrorClass errorClass, String code, String message, String remedyId) {
        return new ProvisioningException(new Failure(errorClass, code, "hub", message, remedyId, null));
    }

    /** The configuration must change. */
    public static ProvisioningException input(String code, String message, String remedyId) {
        return hub(ErrorClass.INPUT, code, message, remedyId);
    }

    /** Something outside holds what we need. */
    public static ProvisioningException conflict(String code, String message, String remedyId) {
        return hub(ErrorClass.CONFLICT, code, message, remedyId);
    }

    /** What went wrong. */
    public Failure failure() {
        return failure;
    }

    /** What is wrong, one by one; at least one. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** True for a create that was sent and not answered: look before anything else. */
    public boolean unknownOutcome() {
        return failure.errorClass() == ErrorClass.UNKNOWN_OUTCOME;
    }
}
