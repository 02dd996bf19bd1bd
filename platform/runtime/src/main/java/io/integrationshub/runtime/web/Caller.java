package io.integrationshub.runtime.web;

import io.quarkus.security.ForbiddenException;
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
     * @throws ForbiddenException when the token names none (403)
     */
    public String storeId() {
        String storeId = token.getClaim("store_id");
        if (storeId == null || storeId.isBlank()) {
            throw new ForbiddenException("The token has no store_id claim");
        }
        return storeId;
    }

    /** The person or program, for the record. */
    public String name() {
        return token.getName();
    }
}
