package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code POST /oauth/access_token}, the client_credentials grant only. */
final class TokenEndpoint {

    static final String PATH = "/oauth/access_token";

    private final Tokens tokens;
    private final CommerceOpenApi api;

    TokenEndpoint(Tokens tokens, CommerceOpenApi api) {
        this.tokens = tokens;
        this.api = api;
    }

    List<Route> routes() {
        return List.of(Route.open("POST", PATH, this::issue));
    }

    private Reply issue(Call call) {
        if (!call.hasContentType("application/x-www-form-urlencoded")) {
            throw Refusal.badRequest();
        }
        ObjectNode form = Json.object();
        Call.form(call.body()).forEach(form::put);
        if (!api.validateRequest("POST", PATH, form.toString()).isEmpty()
                || !form.path("grant_type").asText().equals("client_credentials")) {
            throw Refusal.badRequest();
        }
        var issued = tokens.issue(
                        form.path("client_id").asText(),
                        form.path("client_secret").asText())
                .orElseThrow(Refusal::unauthorized);
        return Reply.json(
                200,
                Json.object()
                        .put("expires", issued.expiresAt().getEpochSecond())
                        .put("identifier", "client_credentials")
                        .put("expires_in", issued.lifetime().toSeconds())
                        .put("access_token", issued.value())
                        .put("token_type", "Bearer"));
    }
}
