package io.integrationshub.local.cognito;

/** How a service spells requests, replies and errors on the wire. */
sealed interface Protocol permits JsonProtocol, QueryProtocol {

    /** Cognito speaks AWS JSON 1.1, STS the query protocol; both share the address of the stand-in. */
    static Protocol of(SignedRequest request) {
        boolean form = request.header("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        return form ? new QueryProtocol() : new JsonProtocol();
    }

    /** The name in the credential scope. */
    String service();

    /** The operation a request asks for; may be one that does not exist. */
    String operation(SignedRequest request);

    HttpReply success(byte[] body, String requestId);

    HttpReply error(AwsError error, String requestId);
}
