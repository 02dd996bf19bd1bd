package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The OpenID Connect discovery document and key set of a pool, public as the real ones are. */
final class Discovery {
    private final State state;
    private final URI endpoint;

    Discovery(State state, URI endpoint) {
        this.state = state;
        this.endpoint = endpoint;
    }

    /** Login endpoints appear only while the pool has an ACTIVE domain. */
    HttpReply configuration(String poolId, Instant now) {
        return state.read(store -> store.pool(poolId)
                .map(pool -> HttpReply.json(
                        200,
                        document(
                                poolId,
                                store.domainsOf(pool, now).stream()
                                        .filter(domain -> domain.active(now))
                                        .findFirst())))
                .orElseGet(() -> unknown(poolId)));
    }

    HttpReply keySet(String poolId) {
        boolean missing = state.read(
                store -> store.pool(poolId).filter(SigningKeys::missing).isPresent());
        if (missing) {
            state.write(store -> {
                store.pool(poolId).ifPresent(SigningKeys::create);
                return poolId;
            });
        }
        return state.read(store -> store.pool(poolId)
                .map(pool -> HttpReply.json(200, SigningKeys.keySet(pool)))
                .orElseGet(() -> unknown(poolId)));
    }

    private ObjectNode document(String poolId, Optional<Domain> domain) {
        String issuer = endpoint + "/" + poolId;
        ObjectNode document = Json.object().put("issuer", issuer).put("jwks_uri", issuer + "/.well-known/jwks.json");
        domain.ifPresent(active -> {
            String base = endpoint + "/_domain/" + active.name();
            document.put("authorization_endpoint", base + "/oauth2/authorize")
                    .put("end_session_endpoint", base + "/logout")
                    .put("revocation_endpoint", base + "/oauth2/revoke")
                    .put("token_endpoint", base + "/oauth2/token")
                    .put("userinfo_endpoint", base + "/oauth2/userInfo");
        });
        document.set("id_token_signing_alg_values_supported", Json.array(List.of("RS256")));
        document.set("response_types_supported", Json.array(List.of("code", "token")));
        document.set("scopes_supported", Json.array(List.of("openid", "email", "phone", "profile")));
        document.set("subject_types_supported", Json.array(List.of("public")));
        document.set(
                "token_endpoint_auth_methods_supported",
                Json.array(List.of("client_secret_basic", "client_secret_post")));
        return document;
    }

    private static HttpReply unknown(String poolId) {
        return HttpReply.json(
                404,
                Json.object()
                        .put("code", "ResourceNotFoundException")
                        .put("message", "User pool " + poolId + " does not exist."));
    }
}
