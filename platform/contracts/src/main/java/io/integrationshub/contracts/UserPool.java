package io.integrationshub.contracts;

/**
 * What exists in Cognito.
 *
 * @param accountId AWS account the pool lives in
 * @param id for example {@code eu-west-1_AbCdEfGhI}
 * @param arn of the pool
 * @param domainPrefix first label of the sign-in host
 * @param clientId of the app client
 * @param clientSecret of the app client, sealed to commerce-sso-service, field {@code userPool.clientSecret}
 * @param issuer of the ID tokens
 * @param discoveryUrl of the OpenID configuration that Commerce reads
 */
public record UserPool(
        String accountId,
        String region,
        String id,
        String arn,
        String domainPrefix,
        String clientId,
        SealedSecret clientSecret,
        String issuer,
        String discoveryUrl) {}
