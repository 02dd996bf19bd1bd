package io.integrationshub.config.application;

import io.integrationshub.config.domain.EnteredSecret;
import io.integrationshub.config.domain.Sealing;
import io.integrationshub.config.domain.StoredSecret;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.secrets.Recipient;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import java.time.Instant;
import java.util.UUID;

/** Seals to whoever needs the secret: the AWS key to the provisioner, the Commerce secret to commerce-sso. */
record SecretSealing(Secrets secrets, String storeId, UUID integrationId, String actor, Instant now)
        implements Sealing {

    @Override
    public StoredSecret seal(Kind kind, EnteredSecret secret) {
        SealedSecret sealed = switch (kind) {
            case COMMERCE_CLIENT_SECRET ->
                secrets.seal(Recipient.COMMERCE_SSO, context(SecretContext.COMMERCE_CLIENT_SECRET), secret.reveal());
            case AWS_SECRET_ACCESS_KEY ->
                secrets.seal(Recipient.PROVISIONER, context(SecretContext.AWS_SECRET_ACCESS_KEY), secret.reveal());
        };
        return new StoredSecret(sealed, now, actor);
    }

    private SecretContext context(String field) {
        return new SecretContext(storeId, integrationId, field);
    }
}
