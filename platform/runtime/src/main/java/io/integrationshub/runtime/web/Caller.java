package io.integrationshub.runtime.web;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking. The store comes from the token alone, never from a path, a body or a header. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The store that the caller belongs to.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when the token names none (403)
     */
    public String storeId() {
        String storeId = token.getClaim("store_id");
        if (storeId == null || storeId.isBlank()) {
            throw Problems.forbidden(
                    "NO_STORE",
                    "You belong to no store: the token has no claim store_id. Ask whoever runs the sign-in to set it.");
        }
        return storeId;
    }

    /** The person or program, for the record. */
    public String name() {
        return token.getName();
    }
}
