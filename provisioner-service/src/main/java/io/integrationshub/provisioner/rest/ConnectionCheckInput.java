package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys to try.
 *
 * @param integrationId the integration, or the draft that is to become one
 * @param secretAccessKey sealed to provisioner-service for this store and integration, field {@code aws.secretAccessKey}
 * @param domainPrefix whose availability is asked for
 * @param userPoolId an existing pool to try the permissions on
 */
public record ConnectionCheckInput(
        UUID integrationId,
        String accessKeyId,
        SealedSecret secretAccessKey,
        String region,
        @Nullable String domainPrefix,
        @Nullable String userPoolId) {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern USER_POOL_ID = Pattern.compile("(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+");

    static ConnectionCheckInput require(@Nullable ConnectionCheckInput input) {
        if (input == null) {
            throw Problems.invalid(List.of(new FieldError("", "REQUIRED", "Send a JSON object with the keys to try.")));
        }
        List<FieldError> errors = new ArrayList<>();
        required(errors, "/integrationId", input.integrationId() == null);
        required(errors, "/accessKeyId", blank(input.accessKeyId()));
        required(
                errors,
                "/secretAccessKey",
                input.secretAccessKey() == null || blank(input.secretAccessKey().ciphertext()));
        required(errors, "/region", blank(input.region()));
        matching(
                errors,
                "/domainPrefix",
                input.domainPrefix(),
                PREFIX,
                "A prefix has 1 to 63 lower-case letters, digits and hyphens, with no hyphen at an end.");
        matching(
                errors,
                "/userPoolId",
                input.userPoolId(),
                USER_POOL_ID,
                "The id of a user pool looks like eu-west-1_aB3dE5fG7.");
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

    private static void matching(
            List<FieldError> errors, String pointer, @Nullable String value, Pattern pattern, String detail) {
        if (value != null && !pattern.matcher(value).matches()) {
            errors.add(new FieldError(pointer, "MALFORMED", detail));
        }
    }

    /** The keys stay out of logs. */
    @Override
    public String toString() {
        return "ConnectionCheckInput[" + integrationId + "]";
    }
}
