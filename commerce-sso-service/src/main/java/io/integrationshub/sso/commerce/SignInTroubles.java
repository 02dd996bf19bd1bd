package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.sso.application.CommerceException;
import java.util.Set;

/** What stands between a browser and the login page, and what to do about it. */
final class SignInTroubles {
    /** In place of an application key: sign-ins need none. */
    static final String NOBODY = "";

    private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");
    private static final Redaction PLAIN = Redaction.of();
    private static final String CHECK = "sign-in-check";

    private SignInTroubles() {}

    static CommerceException unreachable(String host, NoAnswerException cause) {
        return trouble(
                ErrorClass.TRANSIENT,
                "SIGN_IN_UNREACHABLE",
                "hub",
                host + " gave no usable answer in time. Try again; a new domain takes up to a minute.",
                CHECK,
                cause);
    }

    static CommerceException notAllowed() {
        return trouble(
                ErrorClass.DRIFT,
                "SIGN_IN_HOST_NOT_ALLOWED",
                "hub",
                "The sign-in leads to a host that is neither Commerce nor an identity provider this hub may call. If the OIDC"
                        + " profile was edited, use Reconfigure; else ask the operator of the hub to allow the host.",
                "sign-in-host",
                null);
    }

    static CommerceException noDiscovery(String seen) {
        return trouble(
                ErrorClass.TRANSIENT,
                "DISCOVERY_UNAVAILABLE",
                "cognito",
                "The discovery document of the user pool names no authorization endpoint (" + seen
                        + "). Try again in a minute; if that lasts, check that user pool and domain exist.",
                "oidc-discovery",
                null);
    }

    static CommerceException noLogin(String seen) {
        return trouble(
                ErrorClass.TRANSIENT,
                "NO_LOGIN_PAGE",
                "cognito",
                "A login page should be shown, but there was " + seen
                        + ". Try again in a minute; if that lasts, check domain and"
                        + " app client in the AWS console.",
                CHECK,
                null);
    }

    /** Somebody on the way sent the browser away with an OAuth error. */
    static CommerceException refused(boolean byCommerce, String error, String description) {
        String said = PLAIN.clean(description.isBlank() ? error : error + ": " + description);
        if (error.equals("redirect_mismatch")) {
            return trouble(
                    ErrorClass.DRIFT,
                    "CALLBACK_NOT_REGISTERED",
                    "cognito",
                    "The app client of the user pool does not know the callback endpoint of the OIDC profile. Use Reconfigure to"
                            + " register it. Cognito said: " + said,
                    "sign-in-callback",
                    null);
        }
        return byCommerce
                ? trouble(
                        PASSING.contains(error) ? ErrorClass.TRANSIENT : ErrorClass.CONFLICT,
                        "COMMERCE_REFUSED_SIGN_IN",
                        "commerce",
                        "Commerce does not send the browser to the identity provider; it said: " + said
                                + ". Check that the user pool exists, and use Reconfigure if the OIDC profile was edited.",
                        PASSING.contains(error) ? "oidc-discovery" : CHECK,
                        null)
                : trouble(
                        ErrorClass.DRIFT,
                        "PROVIDER_REFUSED_SIGN_IN",
                        "cognito",
                        "Cognito shows no login page; it said: " + said
                                + ". Use Reconfigure to put the app client of the user pool right.",
                        CHECK,
                        null);
    }

    /** Commerce cannot even send the browser back: it trusts neither client nor redirect URI. */
    static CommerceException refusedByCommerce(int status, JsonNode answer) {
        String said = PLAIN.clean(answer.path("error_description").asText(""));
        boolean redirectUri = said.contains("redirect_uri");
        return trouble(
                redirectUri ? ErrorClass.DRIFT : ErrorClass.CONFLICT,
                redirectUri ? "REDIRECT_URI_UNKNOWN" : "commerce-" + status,
                "commerce",
                (redirectUri
                                ? "The realm does not list the storefront's SSO Callback URL any more. Use Reconfigure to add it."
                                : "Commerce refuses to begin a sign-in (status " + status + ").")
                        + (said.isEmpty() ? "" : " Commerce said: " + said),
                redirectUri ? "buyer-redirect-uri" : CHECK,
                null);
    }

    private static CommerceException trouble(
            ErrorClass errorClass, String code, String service, String message, String remedyId, Exception cause) {
        return new CommerceException(
                new Failure(errorClass, code, service, message, remedyId, null),
                CommerceException.Outcome.NOT_DONE,
                0,
                cause);
    }
}
