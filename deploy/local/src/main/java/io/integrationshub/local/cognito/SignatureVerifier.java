package io.integrationshub.local.cognito;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Verifies AWS Signature Version 4 for real: canonical request, signed headers, payload hash, credential scope and a
 * clock skew of five minutes.
 */
final class SignatureVerifier {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Regions of the commercial partition: keys of one partition mean nothing in another. */
    private static final Pattern REGION = Pattern.compile("(af|ap|ca|eu|il|me|mx|sa|us)-(?!gov)[a-z]+-\\d");

    private final Function<String, Optional<Account>> accounts;
    private final Clock clock;

    SignatureVerifier(Function<String, Optional<Account>> accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Says who signed {@code request} for {@code service}.
     *
     * @throws AwsError in Cognito's names: missing or incomplete signature, unknown key, wrong signature or clock
     */
    Caller verify(SignedRequest request, String service) {
        Authorization authorization = Authorization.of(request.header("Authorization")
                .orElseThrow(
                        () -> new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token")));
        String timestamp = request.header("X-Amz-Date")
                .orElseThrow(() -> new AwsError(
                        "IncompleteSignatureException",
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."));
        checkScope(authorization, service, timestamp);
        Account account = accounts.apply(authorization.accessKeyId())
                .filter(known -> request.header("X-Amz-Security-Token").isEmpty())
                .filter(known -> REGION.matcher(authorization.region()).matches())
                .orElseThrow(() -> new AwsError(
                        "UnrecognizedClientException", "The security token included in the request is invalid."));
        checkClock(timestamp);
        checkSignedHeaders(request, authorization);
        String expected = CanonicalRequest.of(request, authorization)
                .signature(account.secretAccessKey(), timestamp, authorization);
        if (!MessageDigest.isEqual(bytes(expected), bytes(authorization.signature()))) {
            throw AwsError.badSignature("The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method."
                    + " Consult the service documentation for details.");
        }
        return new Caller(account.accountId(), account.userName(), authorization.region());
    }

    private static void checkScope(Authorization authorization, String service, String timestamp) {
        if (!authorization.service().equals(service)) {
            throw AwsError.badSignature("Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!timestamp.startsWith(authorization.date())) {
            throw AwsError.badSignature("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                    + " from HTTP: '" + authorization.date() + "' != '" + timestamp + "'.");
        }
    }

    private void checkClock(String timestamp) {
        Instant now = clock.instant();
        Instant signed = parse(timestamp);
        if (signed.isBefore(now.minus(SKEW))) {
            throw AwsError.badSignature("Signature expired: " + timestamp + " is now earlier than "
                    + TIME.format(now.minus(SKEW)) + " (" + TIME.format(now) + " - 5 min.)");
        }
        if (signed.isAfter(now.plus(SKEW))) {
            throw AwsError.badSignature("Signature not yet current: " + timestamp + " is still later than "
                    + TIME.format(now.plus(SKEW)) + " (" + TIME.format(now) + " + 5 min.)");
        }
    }

    private static Instant parse(String timestamp) {
        try {
            return Instant.from(TIME.parse(timestamp));
        } catch (DateTimeParseException e) {
            throw new AwsError(
                    "IncompleteSignatureException",
                    "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'. See"
                            + " http://en.wikipedia.org/wiki/ISO_8601.");
        }
    }

    private static void checkSignedHeaders(SignedRequest request, Authorization authorization) {
        request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !authorization.signedHeaders().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw AwsError.badSignature("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
