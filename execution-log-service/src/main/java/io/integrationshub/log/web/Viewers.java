package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.AUDITOR;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.runtime.web.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;

/** Who looks at a page. */
@RequestScoped
class Viewers {
    private final Caller caller;
    private final SecurityIdentity identity;
    private final PagesConfig config;

    Viewers(Caller caller, SecurityIdentity identity, PagesConfig config) {
        this.caller = caller;
        this.identity = identity;
        this.config = config;
    }

    /**
     * Who looks at the page.
     *
     * @param admin sees who is told of what
     * @param hub where integrations are configured
     */
    record Viewer(String name, String storeId, boolean mayRetry, boolean mayAudit, boolean admin, URI hub) {}

    Viewer viewer() {
        boolean admin = identity.hasRole(ADMIN);
        boolean mayRetry = admin || identity.hasRole(OPERATOR);
        return new Viewer(
                caller.name(), caller.storeId(), mayRetry, mayRetry || identity.hasRole(AUDITOR), admin, config.hub());
    }

    String storeId() {
        return caller.storeId();
    }

    String name() {
        return caller.name();
    }
}
