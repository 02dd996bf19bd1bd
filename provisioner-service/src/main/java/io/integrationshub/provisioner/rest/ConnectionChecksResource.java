package io.integrationshub.provisioner.rest;

import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.ConnectionCheck;
import io.integrationshub.provisioner.application.ConnectionReport;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions of an admin who enters AWS keys; config-service passes them on with the admin's own token. */
@Path("/api/connection-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Connection checks")
public class ConnectionChecksResource {
    private final ConnectionCheck connections;
    private final Known known;
    private final Caller caller;

    ConnectionChecksResource(ConnectionCheck connections, Known known, Caller caller) {
        this.connections = connections;
        this.known = known;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Connect: try AWS keys with reads only",
            description =
                    "Answers 200 whatever AWS says; ok, failure and checks tell it. FREE of a domain prefix means that no"
                            + " user pool of this account has it: AWS tells only at its creation that another account does.")
    public ConnectionReport check(@Nullable ConnectionCheckInput input) {
        ConnectionCheckInput entered = ConnectionCheckInput.require(input);
        String store = caller.storeId();
        Holdings held = known.integration(store, entered.integrationId())
                .map(Provisioning::holdings)
                .orElse(Holdings.NONE);
        AwsKeys keys = new AwsKeys(
                entered.accessKeyId(),
                known.open(store, entered.integrationId(), entered.secretAccessKey(), "/secretAccessKey"),
                entered.region());
        return connections.check(new ConnectionCheck.Subject(keys, held, entered.domainPrefix(), entered.userPoolId()));
    }
}
