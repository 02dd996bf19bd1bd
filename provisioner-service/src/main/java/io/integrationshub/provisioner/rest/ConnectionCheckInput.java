package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
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
        Problems.required(input);
        new Violations()
                .missing("/integrationId", input.integrationId())
                .missing("/accessKeyId", input.accessKeyId())
                .missing("/secretAccessKey", input.secretAccessKey())
                .missing("/region", input.region())
                .unlike(
                        PREFIX,
                        "/domainPrefix",
                        input.domainPrefix(),
                        "A prefix has 1 to 63 lower-case letters, digits and hyphens, with no hyphen at an end.")
                .unlike(
                        USER_POOL_ID,
                        "/userPoolId",
                        input.userPoolId(),
                        "The id of a user pool looks like eu-west-1_aB3dE5fG7.")
                .refuse();
        return input;
    }

    /** The keys stay out of logs. */
    @Override
    public String toString() {
        return "ConnectionCheckInput[" + integrationId + "]";
    }
}
