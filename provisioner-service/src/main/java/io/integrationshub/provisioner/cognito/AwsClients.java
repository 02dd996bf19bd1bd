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
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds SDK clients that repeat nothing: the SDK's own default repeats a create whose reply was lost, and a second user pool would
 * be the result. {@link AwsCalls} repeats what may be repeated.
 */
record AwsClients(ProvisionerConfig config, SdkHttpClient http) {
    CognitoIdentityProviderClient cognito(Region region, AwsKeys keys) {
        return configured(CognitoIdentityProviderClient.builder(), region, keys).build();
    }

    StsClient sts(Region region, AwsKeys keys) {
        return configured(StsClient.builder(), region, keys).build();
    }

    private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B configured(
            B builder, Region region, AwsKeys keys) {
        config.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.region(region)
                .httpClient(http)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        keys.accessKeyId(), keys.secretAccessKey().reveal())))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(config.attemptTimeout()));
    }
}
