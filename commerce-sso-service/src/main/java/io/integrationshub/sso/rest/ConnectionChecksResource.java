package io.integrationshub.sso.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.integrationshub.sso.application.ConnectionCheck;
import io.integrationshub.sso.application.ConnectionReport;
import io.integrationshub.sso.application.StoreKeys;
import io.integrationshub.sso.application.Wirings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
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
    private final Wirings wirings;
    private final Secrets secrets;
    private final Caller caller;

    ConnectionChecksResource(ConnectionCheck connections, Wirings wirings, Secrets secrets, Caller caller) {
        this.connections = connections;
        this.wirings = wirings;
        this.secrets = secrets;
        this.caller = caller;
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
        String store = caller.storeId();
        requireOwn(store, entered.integrationId());
        StoreKeys keys = new StoreKeys(
                entered.tokenUrl(), entered.clientId(), open(store, entered.integrationId(), entered.clientSecret()));
        return connections.check(new ConnectionCheck.Subject(keys, host(entered.tokenUrl()), entered.awsRegion()));
    }

    /** A draft's id is not known here; another store's integration is not found. */
    private void requireOwn(String storeId, UUID integrationId) {
        if (wirings.find(integrationId)
                .filter(found -> !found.storeId().equals(storeId))
                .isPresent()) {
            throw Problems.notFound("Integration");
        }
    }

    private OpenedSecret open(String storeId, UUID integrationId, SealedSecret sealed) {
        try {
            return secrets.open(
                    sealed, new SecretContext(storeId, integrationId, SecretContext.COMMERCE_CLIENT_SECRET));
        } catch (SecretUnreadableException e) {
            throw Problems.invalid(List.of(new Problems.FieldError(
                    "/clientSecret",
                    "SECRET_UNREADABLE",
                    "This was not sealed for commerce-sso-service, or for another store, integration or field. Enter the"
                            + " Client Secret again.")));
        }
    }

    private static String host(String tokenUrl) {
        return switch (TokenUrl.parse(tokenUrl)) {
            case TokenUrl.Parsed parsed ->
                parsed.origin().replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
            case TokenUrl.Refused refused -> throw new IllegalStateException(refused.code());
        };
    }
}
