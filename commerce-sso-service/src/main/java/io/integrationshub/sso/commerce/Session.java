package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.integrationshub.runtime.jobs.Backoff;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.StoreKeys;
import io.integrationshub.sso.domain.Fingerprint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls one store with one key: a token when one is needed, a second one when the first is refused, and JSON in and out. */
final class Session {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String TOKEN_PATH = "/oauth/access_token";

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build());
    }

    private final Traffic traffic;
    private final Origin origin;
    private final StoreKeys keys;
    private final TokenCache tokens;
    private final TokenCache.Key tokenKey;
    private final CommerceConfig config;
    private final Clock clock;
    private final AtomicInteger calls = new AtomicInteger();

    Session(Traffic traffic, Origin origin, StoreKeys keys, TokenCache tokens, CommerceConfig config, Clock clock) {
        this.traffic = traffic;
        this.origin = origin;
        this.keys = keys;
        this.tokens = tokens;
        this.tokenKey = new TokenCache.Key(
                keys.tokenUrl(),
                keys.clientId(),
                Fingerprint.of("token-cache", keys.clientSecret().reveal()));
        this.config = config;
        this.clock = clock;
    }

    /** Reads; repeated a few times when trouble may pass by itself. */
    JsonNode get(String target) {
        return patiently(() -> authorized("GET", target, "", Redaction.of()));
    }

    /** Writes, once. The secrets are those in the body. */
    JsonNode write(String method, String target, JsonNode body, String... secrets) {
        return authorized(method, target, body.isMissingNode() ? "" : body.toString(), Redaction.of(secrets));
    }

    /** Makes sure that there is a token. */
    void signIn() {
        patiently(this::token);
    }

    int calls() {
        return calls.get();
    }

    private AccessToken token() {
        return tokens.find(tokenKey).orElseGet(() -> {
            AccessToken fresh = freshToken();
            tokens.put(tokenKey, fresh);
            return fresh;
        });
    }

    private JsonNode authorized(String method, String target, String body, Redaction redaction) {
        boolean write = !method.equals("GET");
        AccessToken token = token();
        Answer answer = send(call(method, target, body, token), write);
        if (answer.status() == 401) {
            // Withdrawn before its time; the call was not done, whatever it was.
            tokens.forget(tokenKey, token);
            token = token();
            answer = send(call(method, target, body, token), write);
        }
        if (!answer.ok()) {
            throw waiting(
                    answer, Troubles.of(answer, ErrorAnswer.of(lenient(answer)), write, redacting(redaction, token)));
        }
        return answer.status() == 204 || answer.body().length == 0 ? MissingNode.getInstance() : strict(answer, write);
    }

    private CommerceException waiting(Answer answer, CommerceException trouble) {
        Duration asked = answer.pauseAsked();
        return asked.isZero() ? trouble : trouble.notBefore(clock.instant().plus(asked));
    }

    private AccessToken freshToken() {
        String form = Stream.of(
                        Map.entry("grant_type", "client_credentials"),
                        Map.entry("client_id", keys.clientId()),
                        Map.entry("client_secret", keys.clientSecret().reveal()))
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", JSON_TYPE);
        Answer answer = send(Call.of("POST", TOKEN_PATH, headers, form), false);
        if (!answer.ok()) {
            throw waiting(
                    answer,
                    Troubles.ofSignIn(
                            answer,
                            ErrorAnswer.of(lenient(answer)),
                            Redaction.of(keys.clientSecret().reveal())));
        }
        return AccessToken.of(strict(answer, false), clock.instant())
                .orElseThrow(() -> Troubles.notUnderstood(false, "no access token"));
    }

    private Answer send(Call call, boolean write) {
        calls.incrementAndGet();
        try {
            return traffic.send(origin, keys.clientId(), call);
        } catch (NoAnswerException e) {
            throw Troubles.noAnswer(e, write);
        }
    }

    private static Call call(String method, String target, String body, AccessToken token) {
        Map<String, String> headers = body.isEmpty()
                ? Map.of("Authorization", "Bearer " + token.value(), "Accept", JSON_TYPE)
                : Map.of("Authorization", "Bearer " + token.value(), "Accept", JSON_TYPE, "Content-Type", JSON_TYPE);
        return Call.of(method, target, headers, body);
    }

    private Redaction redacting(Redaction more, AccessToken token) {
        return Redaction.of(Stream.concat(
                        more.secrets().stream(),
                        Stream.of(token.value(), keys.clientSecret().reveal()))
                .toArray(String[]::new));
    }

    private static JsonNode strict(Answer answer, boolean write) {
        JsonNode json = lenient(answer);
        if (!json.isObject()) {
            throw Troubles.notUnderstood(write, "no JSON object");
        }
        return json;
    }

    static JsonNode lenient(Answer answer) {
        String type = answer.contentType().toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private <T> T patiently(Supplier<T> read) {
        Backoff backoff = new Backoff(config.readPause(), LONGEST_PAUSE);
        for (int failures = 1; ; failures++) {
            try {
                return read.get();
            } catch (CommerceException e) {
                if (failures >= config.readTries() || !e.failure().errorClass().passesByItself() || e.status() == 404) {
                    throw e;
                }
                Duration asked = Duration.between(clock.instant(), e.notBefore());
                if (asked.compareTo(LONGEST_PAUSE) > 0) {
                    // Too long for a worker to wait; the run as a whole comes back then.
                    throw e;
                }
                Duration pause = backoff.pause(failures);
                LockSupport.parkNanos((asked.compareTo(pause) > 0 ? asked : pause).toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }
}
