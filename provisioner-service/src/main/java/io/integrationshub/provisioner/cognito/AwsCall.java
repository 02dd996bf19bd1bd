package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** One call; whatever the SDK throws becomes the hub's own words. */
final class AwsCall {
    private AwsCall() {}

    static <T> T repeatable(String service, String operation, Supplier<T> call) {
        return run(new AwsErrors.Origin(service, operation, false), call);
    }

    static <T> T create(String operation, Supplier<T> call) {
        return run(new AwsErrors.Origin("cognito", operation, true), call);
    }

    private static <T> T run(AwsErrors.Origin origin, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new ProvisioningException(AwsErrors.diagnose(origin, e), e);
        }
    }
}
