package io.integrationshub.sso.commerce;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.CommerceException.Outcome;

/** What an answer that is no success means, and what to do about it (Elastic Path: guide to errors, OpenAPI files). */
final class Troubles {
    private static final String SERVICE = "commerce";

    private Troubles() {}

    /** Of a call with a token. {@code write}: it would have changed something. */
    static CommerceException of(Answer answer, ErrorAnswer error, boolean write, Redaction redaction) {
        String said = error.text().isEmpty() ? "" : " Commerce said: " + redaction.clean(error.text());
        Meaning meaning = meaning(answer.status(), error);
        Failure failure = new Failure(
                meaning.errorClass(),
                "commerce-" + answer.status(),
                SERVICE,
                meaning.message() + said,
                meaning.remedyId(),
                error.requestId() == null ? null : redaction.clean(error.requestId()));
        Outcome outcome = write && answer.status() >= 500 ? Outcome.UNKNOWN : Outcome.NOT_DONE;
        return new CommerceException(failure, outcome, answer.status(), null);
    }

    /** Of the call for a token. */
    static CommerceException ofSignIn(Answer answer, ErrorAnswer error, Redaction redaction) {
        if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            return of(answer, error, false, redaction);
        }
        return new CommerceException(
                new Failure(
                        ErrorClass.CREDENTIALS,
                        "commerce-" + answer.status(),
                        SERVICE,
                        "Commerce does not accept the Client ID and Client Secret. Enter those of an application key of the"
                                + " store; check that the Token URL is that of the store's region. Commerce said: "
                                + redaction.clean(error.text()),
                        "commerce-credentials",
                        error.requestId() == null ? null : redaction.clean(error.requestId())),
                Outcome.NOT_DONE,
                answer.status(),
                null);
    }

    /** There was no answer. One text for every cause, so that nobody can explore a network with it. */
    static CommerceException noAnswer(NoAnswerException cause, boolean write) {
        return new CommerceException(
                new Failure(
                        ErrorClass.TRANSIENT,
                        "COMMERCE_UNREACHABLE",
                        SERVICE,
                        "Commerce gave no usable answer in time.",
                        "commerce-unavailable",
                        null),
                write && cause.sent() ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                0,
                cause);
    }

    /** A success whose body is not what is documented: a gateway in between, or another service. */
    static CommerceException notUnderstood(boolean write, String what) {
        return new CommerceException(
                new Failure(
                        ErrorClass.TRANSIENT,
                        "COMMERCE_NOT_UNDERSTOOD",
                        SERVICE,
                        "Commerce answered something that it does not document: " + what + ".",
                        "commerce-unavailable",
                        null),
                write ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                0,
                null);
    }

    /** What a store's key should find and this one does not. */
    static CommerceException notAStoreKey(CommerceException cause) {
        return new CommerceException(
                new Failure(
                        ErrorClass.PERMISSION,
                        cause.failure().code(),
                        SERVICE,
                        "The application key does not lead to a store with sign-in realms. Use an application key that was"
                                + " created inside the store, not one of the organization.",
                        "commerce-store-key",
                        cause.failure().requestId()),
                Outcome.NOT_DONE,
                cause.status(),
                cause);
    }

    private record Meaning(ErrorClass errorClass, String remedyId, String message) {}

    private static Meaning meaning(int status, ErrorAnswer error) {
        if (status >= 500 || status == 408) {
            return new Meaning(ErrorClass.TRANSIENT, "commerce-unavailable", "Commerce has trouble of its own.");
        }
        if (status >= 300 && status < 400) {
            return new Meaning(
                    ErrorClass.INPUT,
                    "commerce-token-url",
                    "Commerce wants to send us to another address, which is not followed. Check the Token URL.");
        }
        return switch (status) {
            case 401 ->
                new Meaning(
                        ErrorClass.CREDENTIALS,
                        "commerce-credentials",
                        "Commerce does not accept its own access token. Check the application key of the store.");
            case 403 ->
                new Meaning(
                        ErrorClass.PERMISSION,
                        "commerce-permission",
                        "The application key may not do this. Use one that was created in the store by a Seller Admin.");
            case 429 ->
                new Meaning(
                        ErrorClass.THROTTLED, "commerce-throttled", "Commerce gets too many requests of the store.");
            case 400, 422 ->
                error.mentions("discovery")
                        // Soon after a user pool was made its discovery document may not be there for everybody yet.
                        ? new Meaning(
                                ErrorClass.TRANSIENT,
                                "oidc-discovery",
                                "Commerce cannot read the discovery document of the user pool.")
                        : new Meaning(
                                ErrorClass.INPUT,
                                "commerce-input",
                                "Commerce does not accept a value of the integration.");
            case 404 ->
                new Meaning(ErrorClass.TRANSIENT, "commerce-not-found", "Something was removed in Commerce meanwhile.");
            case 409 ->
                error.mentions("write conflict")
                        ? new Meaning(
                                ErrorClass.TRANSIENT,
                                "commerce-unavailable",
                                "Somebody else changed the same thing in Commerce at the same time.")
                        : new Meaning(
                                ErrorClass.CONFLICT,
                                "commerce-conflict",
                                "Something else in Commerce holds what is wanted.");
            default -> new Meaning(ErrorClass.INTERNAL, "hub-defect", "Commerce does not understand the request.");
        };
    }
}
