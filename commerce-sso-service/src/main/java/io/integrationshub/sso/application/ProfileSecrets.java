package io.integrationshub.sso.application;

import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.domain.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Recognises client secrets of user pools. */
@ApplicationScoped
class ProfileSecrets {
    private final Secrets secrets;

    ProfileSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** As a run would compute it; empty when the secret does not open. */
    Optional<String> digest(KnownPool known) {
        SecretContext place =
                new SecretContext(known.storeId(), known.integrationId(), SecretContext.USER_POOL_CLIENT_SECRET);
        try {
            String secret = secrets.open(known.pool().clientSecret(), place).reveal();
            return Optional.of(Fingerprint.ofProfileSecret(known.integrationId(), secret));
        } catch (SecretUnreadableException e) {
            return Optional.empty();
        }
    }
}
