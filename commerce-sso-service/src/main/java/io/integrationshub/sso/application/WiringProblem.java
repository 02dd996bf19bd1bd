package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.steps.NotBefore;
import io.integrationshub.sso.domain.PrefixPlan;
import io.integrationshub.sso.domain.ProfilePlan;
import java.time.Instant;

/** Wiring cannot go on as things are, and what a person can do about it. */
final class WiringProblem extends RuntimeException implements NotBefore {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final Instant notBefore;

    private WiringProblem(ErrorClass errorClass, String code, String remedyId, String message) {
        this(errorClass, code, remedyId, message, Instant.EPOCH);
    }

    private WiringProblem(ErrorClass errorClass, String code, String remedyId, String message, Instant notBefore) {
        super(code);
        this.failure = new Failure(errorClass, code, "hub", message, remedyId, null);
        this.notBefore = notBefore;
    }

    @Override
    public Instant notBefore() {
        return notBefore;
    }

    Failure failure() {
        return failure;
    }

    static WiringProblem prefixDiffers(PrefixPlan.Differs differs) {
        return new WiringProblem(
                ErrorClass.CONFLICT,
                "PREFIX_DIFFERS",
                "merchant-prefix-differs",
                ("The store already has the SSO prefix '%s', not '%s', and its staff may be signing in with it. Enter '%s', or"
                                + " allow in the Merchant Organization page that it is replaced.")
                        .formatted(differs.present(), differs.wanted(), differs.present()));
    }

    static WiringProblem prefixTaken(String prefix) {
        return new WiringProblem(
                ErrorClass.CONFLICT,
                "PREFIX_TAKEN",
                "merchant-prefix-taken",
                "Another store uses the SSO prefix '%s'. Choose another one in the Merchant Organization page."
                        .formatted(prefix));
    }

    static WiringProblem ambiguous(Realm realm, String name, ProfilePlan.Ambiguous ambiguous) {
        return new WiringProblem(
                ErrorClass.CONFLICT,
                "PROFILE_AMBIGUOUS",
                "oidc-profile-ambiguous",
                "The %s realm has several OIDC profiles called '%s' (%s). Rename or remove those that are not meant, or choose another profile name."
                        .formatted(realm, name, String.join(", ", ambiguous.profileIds())));
    }

    static WiringProblem profileHeld(Realm realm, String name) {
        return new WiringProblem(
                ErrorClass.CONFLICT,
                "PROFILE_IN_USE",
                "oidc-profile-in-use",
                "The OIDC profile '%s' of the %s realm belongs to another integration of this store. Choose another OIDC Profile Name, or delete that integration first."
                        .formatted(name, realm));
    }

    static WiringProblem realmBusy(Instant until) {
        return new WiringProblem(
                ErrorClass.TRANSIENT,
                "REALM_BUSY",
                "commerce-unavailable",
                "Another integration of this store is changing the redirect URLs of the Buyer realm.",
                until);
    }

    static WiringProblem unsettled(Realm realm, String name, Instant until) {
        return new WiringProblem(
                ErrorClass.UNKNOWN_OUTCOME,
                "CREATE_UNSETTLED",
                "commerce-unavailable",
                "Commerce did not answer when the OIDC profile '%s' of the %s realm was created; looking again whether it is there before creating it once more."
                        .formatted(name, realm),
                until);
    }

    static WiringProblem profileGone(Realm realm) {
        return new WiringProblem(
                ErrorClass.DRIFT,
                "PROFILE_GONE",
                "oidc-profile-gone",
                "The OIDC profile of the %s realm is gone. Use Reconfigure to make it again.".formatted(realm));
    }

    static WiringProblem withoutEndpoints(Realm realm) {
        return new WiringProblem(
                ErrorClass.INTERNAL,
                "ENDPOINTS_MISSING",
                "hub-defect",
                "Commerce names no callback endpoint for the OIDC profile of the %s realm.".formatted(realm));
    }
}
