package io.integrationshub.provisioner.application;

import io.integrationshub.runtime.secrets.OpenedSecret;

/**
 * Keys of an admin's AWS account, opened for one run.
 *
 * @param region for example {@code eu-west-1}; becomes part of host names
 */
public record AwsKeys(String accessKeyId, OpenedSecret secretAccessKey, String region) {}
