package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.ProvisionerConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConcurrentModificationException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds SDK clients. Retries are stated, because the SDK's own default repeats a create whose reply was lost, and a second user
 * pool would be the result.
 */
record AwsClients(ProvisionerConfig config, SdkHttpClient http) {

    /** For what may be repeated: reads, and updates with a complete body. */
    CognitoIdentityProviderClient repeating(Region region, AwsKeys keys) {
        // Another change of the same pool at the same moment passes, but no SDK repeats it.
        RetryStrategy strategy = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .retryOnException(ConcurrentModificationException.class)
                .build();
        return configured(CognitoIdentityProviderClient.builder(), region, keys, strategy)
                .build();
    }

    /** For creates, which are sent once. */
    CognitoIdentityProviderClient sendingOnce(Region region, AwsKeys keys) {
        return configured(CognitoIdentityProviderClient.builder(), region, keys, AwsRetryStrategy.doNotRetry())
                .build();
    }

    StsClient sts(Region region, AwsKeys keys) {
        return configured(StsClient.builder(), region, keys, AwsRetryStrategy.standardRetryStrategy())
                .build();
    }

    private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B configured(
            B builder, Region region, AwsKeys keys, RetryStrategy retries) {
        config.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.region(region)
                .httpClient(http)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        keys.accessKeyId(), keys.secretAccessKey().reveal())))
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        .apiCallAttemptTimeout(config.attemptTimeout())
                        .apiCallTimeout(config.callTimeout()));
    }
}
