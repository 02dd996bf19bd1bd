package io.integrationshub.sso.rest;

import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.web.Roles;
import io.integrationshub.sso.application.ConnectionCheck;
import io.integrationshub.sso.application.ConnectionReport;
import io.integrationshub.sso.application.StoreKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions of an admin who enters an application key; config-service passes them on with the admin's own token. */
@Path("/api/connection-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Connection checks")
public class ConnectionChecksResource {
    private final ConnectionCheck connections;
    private final Known known;

    ConnectionChecksResource(ConnectionCheck connections, Known known) {
        this.connections = connections;
        this.known = known;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Connect: try an application key of Commerce with reads only",
            description =
                    "Answers 200 whatever Commerce says; ok, failure and checks tell it. The two rights to write stay UNKNOWN,"
                            + " as trying them would change the store.")
    public ConnectionReport check(@Nullable ConnectionCheckInput input) {
        ConnectionCheckInput entered = ConnectionCheckInput.require(input);
        // A draft's id is not known here.
        known.integration(entered.integrationId());
        StoreKeys keys = new StoreKeys(
                entered.tokenUrl(),
                entered.clientId(),
                known.open(entered.integrationId(), entered.clientSecret(), "/clientSecret"));
        return connections.check(new ConnectionCheck.Subject(keys, host(entered.tokenUrl()), entered.awsRegion()));
    }

    private static String host(String tokenUrl) {
        return switch (TokenUrl.parse(tokenUrl)) {
            case TokenUrl.Parsed parsed ->
                parsed.origin().replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
            case TokenUrl.Refused refused -> throw new IllegalStateException(refused.code());
        };
    }
}
