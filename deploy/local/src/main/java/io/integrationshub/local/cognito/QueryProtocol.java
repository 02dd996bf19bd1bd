package io.integrationshub.local.cognito;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The AWS query protocol as STS (2011-06-15) speaks it: form in, XML out, with its own names and statuses of errors. */
record QueryProtocol() implements Protocol {
    private record Spelling(String code, int status) {}

    private static final String NAMESPACE = " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
    private static final Map<String, Spelling> SPELLINGS = Map.of(
            "MissingAuthenticationTokenException", new Spelling("MissingAuthenticationToken", 403),
            "IncompleteSignatureException", new Spelling("IncompleteSignature", 400),
            "UnrecognizedClientException", new Spelling("InvalidClientTokenId", 403),
            "InvalidSignatureException", new Spelling("SignatureDoesNotMatch", 403),
            "ExpiredTokenException", new Spelling("ExpiredToken", 403),
            "AccessDeniedException", new Spelling("AccessDenied", 403),
            "TooManyRequestsException", new Spelling("Throttling", 400),
            "InternalErrorException", new Spelling("InternalFailure", 500),
            "UnknownOperationException", new Spelling("InvalidAction", 400));

    @Override
    public String service() {
        return "sts";
    }

    @Override
    public String operation(SignedRequest request) {
        try {
            Map<String, String> form = Form.parse(new String(request.body(), StandardCharsets.UTF_8));
            return "2011-06-15".equals(form.get("Version")) ? form.getOrDefault("Action", "") : "";
        } catch (IllegalArgumentException e) {
            // A body that is not properly encoded asks for no operation at all.
            return "";
        }
    }

    static byte[] callerIdentity(Caller caller, String accessKeyId, String requestId) {
        return ("<GetCallerIdentityResponse" + NAMESPACE + "><GetCallerIdentityResult><Arn>" + Form.escape(caller.arn())
                        + "</Arn><UserId>AIDA" + Form.escape(accessKeyId.substring(4)) + "</UserId><Account>"
                        + caller.accountId() + "</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>"
                        + requestId + "</RequestId></ResponseMetadata></GetCallerIdentityResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public HttpReply success(byte[] body, String requestId) {
        return xml(200, body, requestId);
    }

    @Override
    public HttpReply error(AwsError error, String requestId) {
        Spelling spelling = SPELLINGS.getOrDefault(error.type(), new Spelling(error.type(), error.status()));
        String body = "<ErrorResponse" + NAMESPACE + "><Error><Type>"
                + (spelling.status() < 500 ? "Sender" : "Receiver") + "</Type><Code>" + spelling.code()
                + "</Code><Message>" + Form.escape(error.getMessage()) + "</Message></Error><RequestId>" + requestId
                + "</RequestId></ErrorResponse>";
        return xml(spelling.status(), body.getBytes(StandardCharsets.UTF_8), requestId);
    }

    private static HttpReply xml(int status, byte[] body, String requestId) {
        return new HttpReply(status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId), body);
    }
}
