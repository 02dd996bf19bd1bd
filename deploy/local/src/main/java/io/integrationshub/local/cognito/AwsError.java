package io.integrationshub.local.cognito;

/**
 * A refusal, named as Amazon Cognito names it. The query protocol of STS translates the names it spells differently
 * (see {@link QueryProtocol}).
 */
final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    AwsError(String type, int status, String message) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    AwsError(String type, String message) {
        this(type, 400, message);
    }

    static AwsError invalidParameter(String message) {
        return new AwsError("InvalidParameterException", message);
    }

    static AwsError notFound(String message) {
        return new AwsError("ResourceNotFoundException", message);
    }

    static AwsError noSuchPool(String poolId) {
        return notFound("User pool " + poolId + " does not exist.");
    }

    static AwsError invalidOAuthFlow(String message) {
        return new AwsError("InvalidOAuthFlowException", message);
    }

    static AwsError notInTier(String feature, String tier) {
        return new AwsError(
                "FeatureUnavailableInTierException",
                feature + " is not available for a user pool in the feature plan " + tier + ".");
    }

    static AwsError serialization(String message) {
        return new AwsError("SerializationException", message);
    }

    static AwsError badSignature(String message) {
        return new AwsError("InvalidSignatureException", message);
    }

    /** The same with another status. */
    AwsError withStatus(int other) {
        return new AwsError(type, other, getMessage());
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }
}
