package io.integrationshub.local.cognito;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * A misbehaviour to show to the next requests.
 *
 * @param operation an operation of Cognito or {@code GetCallerIdentity}, or {@code *} for any
 * @param times how many requests meet it, at least 1
 * @param delay how long {@link Kind#SLOW} takes before it executes
 */
public record Fault(String operation, Kind kind, int times, Duration delay) {
    static final String ANY = "*";

    /** What happens instead of, before or after the execution of a request. */
    public enum Kind {
        /** TooManyRequestsException, nothing is executed. */
        THROTTLE,
        /** InternalErrorException with status 500, nothing is executed. */
        ERROR500,
        /** Executed and answered, but late; a write holds its pool meanwhile. */
        SLOW,
        /** Executed, then the connection is closed without an answer. */
        DROP_REPLY,
        /** AccessDeniedException in IAM's wording, nothing is executed. */
        DENY,
        /** ExpiredTokenException, nothing is executed. */
        EXPIRED_TOKEN,
        /** A proxy's HTML page with status 503, nothing is executed. */
        HTML,
        /** UnknownOperationException, as of another implementation of the API that does not have it. */
        UNIMPLEMENTED,
        /** An HTML page with status 200, as of an endpoint that is no AWS API at all; nothing is executed. */
        PAGE,
        /** Executed; a refusal has status 404 instead of Cognito's 400. */
        STATUS404,
        /** Executed, but of the pool or client in the answer only id and name are shown. */
        BARE;

        static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown kind of fault '" + text + "'"));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fault {
        if (operation.isBlank()) {
            throw new IllegalArgumentException("operation must be named, or be *");
        }
        if (times < 1 || delay.isNegative()) {
            throw new IllegalArgumentException("times must be at least 1 and delayMs at least 0");
        }
    }

    /** The next request of {@code operation} meets {@code kind}. */
    public static Fault once(String operation, Kind kind) {
        return new Fault(operation, kind, 1, Duration.ZERO);
    }

    boolean meets(String requested) {
        return operation.equals(ANY) || operation.equals(requested);
    }

    Fault spent() {
        return new Fault(operation, kind, times - 1, delay);
    }
}
