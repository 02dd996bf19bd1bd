package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;

/** A step cannot go on. Carries what to tell people and whether waiting helps, see {@link Failure}. */
public final class ProvisioningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient Place place;

    public ProvisioningException(Failure failure) {
        this(failure, null);
    }

    public ProvisioningException(Failure failure, Throwable cause) {
        this(failure, null, cause);
    }

    private ProvisioningException(Failure failure, Place place, Throwable cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
        this.place = place;
    }

    /** Where in a text something is wrong, both from 1. */
    public record Place(int line, int column) {}

    /**
     * A template cannot be used.
     *
     * @param where null when it is wrong as a whole
     */
    public static ProvisioningException template(String message, Place where) {
        return new ProvisioningException(
                new Failure(ErrorClass.INPUT, "INVALID_TEMPLATE", "hub", message, "template", null), where, null);
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

    /** Where in a template; null when that is not known. */
    public Place place() {
        return place;
    }

    /** True for a create that was sent and not answered: look before anything else. */
    public boolean unknownOutcome() {
        return failure.errorClass() == ErrorClass.UNKNOWN_OUTCOME;
    }
}
