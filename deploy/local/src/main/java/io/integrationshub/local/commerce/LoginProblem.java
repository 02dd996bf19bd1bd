package io.integrationshub.local.commerce;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a sign-in cannot start, in the words of OAuth 2.0 (RFC 6749 section 4.1.2.1). */
record LoginProblem(String error, String description) {

    private static final int LONGEST_STATE = 2048;

    static Optional<LoginProblem> of(Map<String, String> query) {
        for (var name : List.of(
                "response_type",
                "scope",
                "state",
                "code_challenge_method",
                "code_challenge",
                BrowserEndpoints.PROFILE_ID)) {
            if (query.getOrDefault(name, "").isEmpty()) {
                return Optional.of(new LoginProblem("invalid_request", name + " is missing"));
            }
        }
        if (!query.get("response_type").equals("code")) {
            return Optional.of(new LoginProblem("unsupported_response_type", "response_type must be code"));
        }
        if (!List.of(query.get("scope").split(" ", -1)).containsAll(List.of("openid", "email"))) {
            return Optional.of(new LoginProblem("invalid_scope", "scope must include openid and email"));
        }
        if (query.get("state").length() > LONGEST_STATE) {
            return Optional.of(new LoginProblem("invalid_request", "state is too long"));
        }
        if (!Set.of("S256", "plain").contains(query.get("code_challenge_method"))) {
            return Optional.of(new LoginProblem("invalid_request", "code_challenge_method must be S256 or plain"));
        }
        return Optional.empty();
    }
}
