package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.runtime.web.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who looks at a page. */
@RequestScoped
class Viewers {
    private final Caller caller;
    private final SecurityIdentity identity;

    Viewers(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    /** Who looks at the page. */
    record Viewer(String name, String storeId, boolean mayRetry) {}

    Viewer viewer() {
        return new Viewer(caller.name(), caller.storeId(), identity.hasRole(OPERATOR) || identity.hasRole(ADMIN));
    }

    String storeId() {
        return caller.storeId();
    }

    String name() {
        return caller.name();
    }

    /**
     * True for a form on somebody else's page. The session cookie would not come along; this says it plainly.
     *
     * @param site header Sec-Fetch-Site, or null
     */
    static boolean foreign(String site) {
        return site != null && !site.equals("same-origin");
    }
}
