package io.integrationshub.local.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The canonical form of a request that AWS Signature Version 4 signs. */
record CanonicalRequest(String text) {
    private static final Pattern AMPERSAND = Pattern.compile("&");

    static CanonicalRequest of(SignedRequest request, Authorization authorization) {
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + request.header(name).orElse("") + "\n")
                .collect(Collectors.joining());
        return new CanonicalRequest(String.join(
                "\n",
                request.method(),
                request.uri().getRawPath(),
                canonicalQuery(request.uri().getRawQuery()),
                headers,
                String.join(";", authorization.signedHeaders()),
                payloadHash(request)));
    }

    String signature(String secretAccessKey, String timestamp, Authorization authorization) {
        byte[] key = utf8("AWS4" + secretAccessKey);
        for (String part :
                List.of(authorization.date(), authorization.region(), authorization.service(), "aws4_request")) {
            key = hmac(key, part);
        }
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", timestamp, authorization.scope(), sha256(utf8(text)));
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String payloadHash(SignedRequest request) {
        String actual = sha256(request.body());
        request.header("X-Amz-Content-Sha256")
                .filter(claimed -> !claimed.equals(actual))
                .ifPresent(claimed -> {
                    throw AwsError.badSignature(
                            "The provided 'x-amz-content-sha256' header does not match what was computed.");
                });
        return actual;
    }

    private static String canonicalQuery(String query) {
        return query == null
                ? ""
                : Stream.of(AMPERSAND.split(query))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
