package io.integrationshub.sso.commerce;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What Commerce answered.
 *
 * @param contentType "" when there was none
 * @param location where a redirect leads, "" when there was none
 * @param retryAfter seconds, "" when there was none; Commerce documents none, gateways in front of it send it
 */
record Answer(int status, String contentType, String location, String retryAfter, byte[] body) {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** How long the other side wants to be left alone; a date or nonsense counts as nothing, a day as five minutes. */
    Duration pauseAsked() {
        if (!SECONDS.matcher(retryAfter).matches()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean ok() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + contentType;
    }
}
