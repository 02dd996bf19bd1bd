package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The effective life of tokens: a number in a unit that is days for refresh tokens, else hours. */
final class TokenValidity {
    private static final Duration DAY = Duration.ofDays(1);

    private TokenValidity() {}

    static void check(ObjectNode client) {
        check(client, "AccessToken", "hours", Duration.ofMinutes(5), DAY);
        check(client, "IdToken", "hours", Duration.ofMinutes(5), DAY);
        check(client, "RefreshToken", "days", Duration.ofMinutes(60), DAY.multipliedBy(3_650));
    }

    private static void check(ObjectNode client, String token, String byDefault, Duration min, Duration max) {
        if (!client.has(token + "Validity")) {
            return;
        }
        Duration unit = switch (client.path("TokenValidityUnits").path(token).asText(byDefault)) {
            case "seconds" -> Duration.ofSeconds(1);
            case "minutes" -> Duration.ofMinutes(1);
            case "hours" -> Duration.ofHours(1);
            default -> DAY;
        };
        Duration validity = unit.multipliedBy(client.get(token + "Validity").asLong());
        if (validity.compareTo(min) < 0 || validity.compareTo(max) > 0) {
            throw AwsError.invalidParameter("Invalid range for token validity.");
        }
    }
}
