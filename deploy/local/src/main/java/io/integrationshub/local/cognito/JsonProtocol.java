package io.integrationshub.local.cognito;

import java.util.Map;

/** AWS JSON 1.1 as the service {@code cognito-idp} speaks it. */
record JsonProtocol() implements Protocol {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";

    @Override
    public String service() {
        return "cognito-idp";
    }

    @Override
    public String operation(SignedRequest request) {
        String target = request.header("X-Amz-Target").orElse("");
        return target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : target;
    }

    static void checkContentType(SignedRequest request) {
        if (request.header("Content-Type")
                .filter(type -> type.startsWith(CONTENT_TYPE))
                .isEmpty()) {
            throw AwsError.serialization("Content-Type must be " + CONTENT_TYPE);
        }
    }

    @Override
    public HttpReply success(byte[] body, String requestId) {
        return new HttpReply(200, Map.of("Content-Type", CONTENT_TYPE, "x-amzn-RequestId", requestId), body);
    }

    @Override
    public HttpReply error(AwsError error, String requestId) {
        return new HttpReply(
                error.status(),
                Map.of("Content-Type", CONTENT_TYPE, "x-amzn-RequestId", requestId, "x-amzn-ErrorType", error.type()),
                Json.write(Json.object().put("__type", error.type()).put("message", error.getMessage())));
    }
}
