package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A bearer token with the time after which it is no longer used. Shows nothing. */
record AccessToken(String value, Instant goodUntil) {
    /** Renewed this much before it expires, so that it does not expire on the way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** Reads the flat answer of {@code POST /oauth/access_token}; {@code expires_in} is in seconds. Empty when it has no token. */
    static Optional<AccessToken> of(JsonNode answer, Instant now) {
        String value = answer.path("access_token").asText();
        return value.isBlank()
                ? Optional.empty()
                : Optional.of(new AccessToken(
                        value,
                        now.plusSeconds(answer.path("expires_in").asLong(0)).minus(MARGIN)));
    }

    boolean goodAt(Instant now) {
        return now.isBefore(goodUntil);
    }

    @Override
    public String toString() {
        return "AccessToken[good until " + goodUntil + "]";
    }
}
