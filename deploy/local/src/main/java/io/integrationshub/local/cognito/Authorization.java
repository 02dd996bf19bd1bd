package io.integrationshub.local.cognito;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an {@code Authorization: AWS4-HMAC-SHA256 …} header.
 *
 * @param date the day of the credential scope, {@code yyyyMMdd}
 * @param signedHeaders lower case names in the order the signer listed them
 * @param signature 64 lower case hexadecimal digits
 */
record Authorization(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {
    private static final Pattern FORM = Pattern.compile("AWS4-HMAC-SHA256\\s+"
            + "Credential=(?<key>[^/,\\s]+)/(?<date>\\d{8})/(?<region>[^/,\\s]+)/(?<service>[^/,\\s]+)/aws4_request,\\s*"
            + "SignedHeaders=(?<headers>[^,\\s]+),\\s*"
            + "Signature=(?<signature>[0-9a-f]{64})");
    private static final Pattern SEMICOLON = Pattern.compile(";");

    static Authorization of(String header) {
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            throw new AwsError(
                    "IncompleteSignatureException",
                    "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        }
        return new Authorization(
                parts.group("key"),
                parts.group("date"),
                parts.group("region"),
                parts.group("service"),
                List.of(SEMICOLON.split(parts.group("headers"))),
                parts.group("signature"));
    }

    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
