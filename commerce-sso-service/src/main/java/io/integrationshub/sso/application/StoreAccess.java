package io.integrationshub.sso.application;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens stores with the sealed keys of a spec. */
@ApplicationScoped
public class StoreAccess {
    private final CommerceStores stores;
    private final Secrets secrets;

    StoreAccess(CommerceStores stores, Secrets secrets) {
        this.stores = stores;
        this.secrets = secrets;
    }

    /**
     * Calls nobody yet.
     *
     * @throws CommerceException when the Token URL leads where this hub may not call
     * @throws io.integrationshub.runtime.secrets.SecretUnreadableException when the key was sealed for another place
     */
    CommerceStore open(String storeId, UUID integrationId, CommerceAccess access) {
        SecretContext place = new SecretContext(storeId, integrationId, SecretContext.COMMERCE_CLIENT_SECRET);
        return stores.open(
                new StoreKeys(access.tokenUrl(), access.clientId(), secrets.open(access.clientSecret(), place)));
    }
}
