package io.integrationshub.sso.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
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
        Problems.required(input);
        Violations violations = new Violations().missing("/integrationId", input.integrationId());
        if (TokenUrl.parse(input.tokenUrl()) instanceof TokenUrl.Refused refused) {
            violations.wrong("/tokenUrl", refused.code(), refused.detail());
        }
        violations
                .missing("/clientId", input.clientId())
                .longerThan(LONGEST_CLIENT_ID, "/clientId", input.clientId())
                .missing("/clientSecret", input.clientSecret())
                .unlike(REGION, "/awsRegion", input.awsRegion(), "An AWS region looks like eu-west-1.")
                .refuse();
        return input;
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "ConnectionCheckInput[" + integrationId + "]";
    }
}
