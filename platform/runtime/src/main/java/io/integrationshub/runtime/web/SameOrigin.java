package io.integrationshub.runtime.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Takes forms from the hub's own pages only. Browsers say where a form comes from and no page can make them lie. What no form can
 * send is not looked at: JSON, and requests with a bearer token, as the API knows no cookies.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP: Fetch
 *     Metadata, with Origin for browsers that do not send it</a>
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SameOrigin implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean form = type != null
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                        || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                        || MediaType.TEXT_PLAIN_TYPE.isCompatible(type));
        if (form
                && !trusted(
                        request.getHeaderString("Sec-Fetch-Site"),
                        request.getHeaderString("Origin"),
                        request.getHeaderString("Host"))) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("This form was sent from another site. Open the Integrations Hub and try again.")
                    .build());
        }
    }

    /** True when the browser says that the form is one of this host's pages. */
    static boolean trusted(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
