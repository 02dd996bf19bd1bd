package io.integrationshub.sso.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application key to try.
 *
 * @param integrationId the integration, or the draft that is to become one
 * @param tokenUrl as typed
 * @param clientSecret sealed to commerce-sso-service for this store and integration, field {@code commerce.clientSecret}
 * @param awsRegion of the user pool, to be warned when it is far from Commerce
 */
public record ConnectionCheckInput(
        UUID integrationId,
        String tokenUrl,
        String clientId,
        SealedSecret clientSecret,
        @Nullable String awsRegion) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]{1,16}){1,3}-\\d{1,2}");
    private static final int LONGEST_CLIENT_ID = 256;

    static ConnectionCheckInput require(@Nullable ConnectionCheckInput input) {
        if (input == null) {
            throw Problems.invalid(
                    List.of(new FieldError("", "REQUIRED", "Send a JSON object with the application key to try.")));
        }
        List<FieldError> errors = new ArrayList<>();
        required(errors, "/integrationId", input.integrationId() == null);
        if (TokenUrl.parse(input.tokenUrl()) instanceof TokenUrl.Refused refused) {
            errors.add(new FieldError("/tokenUrl", refused.code(), refused.detail()));
        }
        required(errors, "/clientId", blank(input.clientId()));
        if (!blank(input.clientId()) && input.clientId().length() > LONGEST_CLIENT_ID) {
            errors.add(new FieldError(
                    "/clientId", "TOO_LONG", "A Client ID has at most " + LONGEST_CLIENT_ID + " characters."));
        }
        required(
                errors,
                "/clientSecret",
                input.clientSecret() == null || blank(input.clientSecret().ciphertext()));
        if (input.awsRegion() != null && !REGION.matcher(input.awsRegion()).matches()) {
            errors.add(new FieldError("/awsRegion", "MALFORMED", "An AWS region looks like eu-west-1."));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return input;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void required(List<FieldError> errors, String pointer, boolean missing) {
        if (missing) {
            errors.add(new FieldError(pointer, "REQUIRED", "A value is needed here."));
        }
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "ConnectionCheckInput[" + integrationId + "]";
    }
}
