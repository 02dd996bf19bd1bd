package io.integrationshub.local.commerce;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A misbehaviour that was asked for.
 *
 * @param method the method it applies to; empty = any
 * @param path must match the whole path (without the query)
 * @param times how many calls it hits; negative = until it is cleared
 * @param delay how long {@link Kind#SLOW} waits; otherwise zero
 */
public record Fault(Optional<String> method, Pattern path, Kind kind, int times, Duration delay) {

    /** What goes wrong. */
    public enum Kind {
        /** 429, nothing executed. */
        THROTTLE,
        /** 500 with the documented body, nothing executed. */
        ERROR500,
        /** Waits, then executes and answers, even when the caller has hung up. */
        SLOW,
        /** Executes, then closes the connection without an answer. */
        DROP_REPLY,
        /** 403, nothing executed. */
        DENY,
        /** Makes every present token invalid, then handles the call. */
        EXPIRE_TOKEN,
        /** 200 with an empty list, as a read that lags behind the writes before it. */
        STALE,
        /** 502 with a gateway's HTML page in place of JSON, nothing executed. */
        HTML
    }

    public Fault {
        if (times == 0) {
            throw new IllegalArgumentException("times must not be 0");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative");
        }
    }

    /** Hits the next {@code times} calls of {@code method} (null = any) whose whole path matches. */
    public static Fault of(Kind kind, String method, String pathPattern, int times) {
        return new Fault(Optional.ofNullable(method), Pattern.compile(pathPattern), kind, times, Duration.ZERO);
    }

    /** As {@link #of}, for {@link Kind#SLOW}. */
    public static Fault slow(String method, String pathPattern, int times, Duration delay) {
        return new Fault(Optional.ofNullable(method), Pattern.compile(pathPattern), Kind.SLOW, times, delay);
    }

    boolean hits(Call call) {
        return method.map(call.method()::equalsIgnoreCase).orElse(true)
                && path.matcher(call.path()).matches();
    }

    Optional<Fault> afterHit() {
        return switch (times) {
            case 1 -> Optional.empty();
            default -> Optional.of(new Fault(method, path, kind, times < 0 ? times : times - 1, delay));
        };
    }
}
