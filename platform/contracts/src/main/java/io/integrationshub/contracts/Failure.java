package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not work.
 *
 * @param errorClass what kind of trouble, which decides whether it is tried again by itself
 * @param code the machine's word: the AWS exception name, {@code commerce-<status>}, or an upper-case code of the hub
 * @param service who said no: {@code cognito}, {@code sts}, {@code commerce} or {@code hub}
 * @param message for a person, redacted, with what to do about it
 * @param remedyId names the remedy, for example {@code aws-credentials}; the same cause has the same id
 * @param requestId the request id of AWS or Commerce, to quote to their support; null when there was none
 */
public record Failure(
        ErrorClass errorClass,
        String code,
        String service,
        String message,
        String remedyId,
        @Nullable String requestId) {}
