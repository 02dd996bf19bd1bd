package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.provisioner.application.Provisionings;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What this service knows of the integration a question is about, for the store that asks. */
@ApplicationScoped
class Known {
    private final Provisionings provisionings;
    private final Secrets secrets;

    Known(Provisionings provisionings, Secrets secrets) {
        this.provisionings = provisionings;
        this.secrets = secrets;
    }

    /** Empty for an integration that was not configured before; another store's is not found. */
    Optional<Provisioning> integration(String storeId, UUID integrationId) {
        Optional<Provisioning> state = provisionings.find(integrationId);
        if (state.filter(found -> !found.storeId().equals(storeId)).isPresent()) {
            throw Problems.notFound("Integration");
        }
        return state;
    }

    OpenedSecret open(String storeId, UUID integrationId, SealedSecret sealed, String pointer) {
        try {
            return secrets.open(sealed, new SecretContext(storeId, integrationId, SecretContext.AWS_SECRET_ACCESS_KEY));
        } catch (SecretUnreadableException e) {
            throw Problems.invalid(
                    pointer,
                    "SECRET_UNREADABLE",
                    "This was not sealed for provisioner-service, or for another store, integration or field. Enter the"
                            + " Secret Access Key again.");
        }
    }
}
