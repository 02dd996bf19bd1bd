package io.integrationshub.config.domain;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.DriftPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the hub may do by itself: heal drift, and try failed executions again. */
final class PolicyRules {
    private static final int MAX_IGNORED = 50;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_ATTEMPTS = 10;
    private static final int MAX_MINUTES = 1440;
    private static final Pattern IGNORED =
            Pattern.compile("(?:cognito|commerce)\\.[A-Za-z]+(?:\\[[A-Z]+])?(?:\\.[A-Za-z0-9_.\\[\\]-]+)?");

    private PolicyRules() {}

    static @Nullable DriftPolicy drift(EnteredConfiguration.@Nullable Drift entered, Findings findings) {
        if (entered == null) {
            return null;
        }
        List<@Nullable String> ignore = entered.ignore() == null ? List.of() : entered.ignore();
        if (ignore.size() > MAX_IGNORED) {
            findings.take(
                    "/drift/ignore",
                    new Field.Wrong<>("TOO_MANY", "At most " + MAX_IGNORED + " things can be ignored. Remove some."));
            // Not one finding for each of thousands.
            ignore = ignore.subList(0, MAX_IGNORED);
        }
        List<String> valid = new ArrayList<>();
        for (int i = 0; i < ignore.size(); i++) {
            String each = findings.take("/drift/ignore/" + i, ignored(ignore.get(i)));
            if (each != null && valid.contains(each)) {
                findings.take(
                        "/drift/ignore/" + i,
                        new Field.Wrong<>("DUPLICATE", "This is there twice. Remove one of the two."));
            } else if (each != null) {
                valid.add(each);
            }
        }
        return new DriftPolicy(Boolean.TRUE.equals(entered.heal()), valid);
    }

    static @Nullable AutomaticRetry retry(EnteredConfiguration.@Nullable Retry entered, Findings findings) {
        if (entered == null) {
            return null;
        }
        Integer attempts = findings.take(
                "/automaticRetry/attempts",
                number(entered.attempts(), MAX_ATTEMPTS, "Retry Attempts is a number from 1 to 10."));
        Integer minutes = findings.take(
                "/automaticRetry/minutes",
                number(
                        entered.minutes(),
                        MAX_MINUTES,
                        "Minutes Between Attempts is a number from 1 to 1440 (24 hours)."));
        return attempts == null || minutes == null
                ? null
                : new AutomaticRetry(attempts, minutes, Boolean.TRUE.equals(entered.exponential()));
    }

    private static Field<Integer> number(@Nullable Integer entered, int max, String detail) {
        if (entered == null) {
            return Field.missing(detail);
        }
        return entered < 1 || entered > max ? new Field.Wrong<>("OUT_OF_RANGE", detail) : new Field.Right<>(entered);
    }

    private static Field<String> ignored(@Nullable String entered) {
        String text = Texts.stripped(entered);
        if (text.isEmpty()) {
            return Field.missing("Enter what is to be ignored, or remove the line.");
        }
        if (text.length() > MAX_LENGTH || !IGNORED.matcher(text).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "Name a resource, or a resource and a member of it as the drift report does: cognito.UserPool or"
                            + " cognito.UserPoolClient.RefreshTokenValidity.");
        }
        return new Field.Right<>(text);
    }
}
