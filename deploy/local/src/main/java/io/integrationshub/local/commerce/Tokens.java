package io.integrationshub.local.commerce;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Issues and recognises bearer tokens. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Records records;
    private final Clock clock;
    private final Duration lifetime;

    Tokens(Records records, Clock clock, Duration lifetime) {
        this.records = records;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    record Issued(String value, Instant expiresAt, Duration lifetime) {
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }

    /** A new token for the key, if its secret is right; earlier tokens stay valid. */
    Optional<Issued> issue(String clientId, String clientSecret) {
        return records.write(ledger -> Optional.ofNullable(ledger.keys().get(clientId))
                .filter(key -> key.secret().matches(clientSecret))
                .map(key -> {
                    var value = HexFormat.of().formatHex(random());
                    var expiresAt = clock.instant().plus(lifetime);
                    var digest = SecretDigest.of(value);
                    ledger.tokens().values().removeIf(this::expired);
                    ledger.tokens().put(digest.stored(), new AccessToken(digest, key.principal(), expiresAt));
                    return new Issued(value, expiresAt, lifetime);
                }));
    }

    /** Whose token the call carries; refuses a call without a valid one. */
    Principal principal(Call call) {
        var value = call.authorization()
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip())
                .orElseThrow(Refusal::unauthorized);
        return records.read(ledger -> Optional.ofNullable(
                                ledger.tokens().get(SecretDigest.of(value).stored()))
                        .filter(token -> !expired(token)))
                .map(AccessToken::principal)
                .orElseThrow(Refusal::invalidToken);
    }

    void expireAll() {
        records.write(ledger -> {
            ledger.tokens().clear();
            return null;
        });
    }

    private boolean expired(AccessToken token) {
        return !clock.instant().isBefore(token.expiresAt());
    }

    private static byte[] random() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
