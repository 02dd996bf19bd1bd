package io.integrationshub.config.web;

import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;

/**
 * Who looks at the page.
 *
 * @param mayOperate pause and unpause
 * @param mayConfigure everything else
 * @param dashboard where the executions are shown
 */
public record Viewer(String name, String storeId, boolean mayOperate, boolean mayConfigure, URI dashboard) {

    /** Makes the viewer of the request at hand. */
    @RequestScoped
    static class Source {
        private final Caller caller;
        private final SecurityIdentity identity;
        private final PagesConfig config;

        Source(Caller caller, SecurityIdentity identity, PagesConfig config) {
            this.caller = caller;
            this.identity = identity;
            this.config = config;
        }

        Viewer get() {
            boolean admin = identity.hasRole(Roles.ADMIN);
            return new Viewer(
                    caller.name(),
                    caller.storeId(),
                    admin || identity.hasRole(Roles.OPERATOR),
                    admin,
                    config.dashboard());
        }
    }
}
