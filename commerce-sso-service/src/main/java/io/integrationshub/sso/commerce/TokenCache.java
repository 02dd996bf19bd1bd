package io.integrationshub.sso.commerce;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory, by key; the least recently used go first. */
final class TokenCache {
    private static final int LARGEST = 10_000;

    private final Clock clock;
    private final Map<Key, AccessToken> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, AccessToken> eldest) {
            return size() > LARGEST;
        }
    };

    /**
     * @param secretDigest so that a corrected secret is tried at once, and a withdrawn one finds no token
     */
    record Key(String tokenUrl, String clientId, String secretDigest) {}

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** The token, if it can still be used. */
    synchronized Optional<AccessToken> find(Key key) {
        return Optional.ofNullable(tokens.get(key)).filter(token -> token.goodAt(clock.instant()));
    }

    synchronized void put(Key key, AccessToken token) {
        tokens.put(key, token);
    }

    /** Forgets a token that Commerce refused, unless there is a newer one by now. */
    synchronized void forget(Key key, AccessToken refused) {
        tokens.remove(key, refused);
    }
}
