package io.integrationshub.contracts;

/**
 * Keys of the admin's own AWS account.
 *
 * @param secretAccessKey sealed to provisioner-service, field {@code aws.secretAccessKey}
 * @param region for example {@code eu-west-1}
 */
public record AwsAccess(String accessKeyId, SealedSecret secretAccessKey, String region) {}
