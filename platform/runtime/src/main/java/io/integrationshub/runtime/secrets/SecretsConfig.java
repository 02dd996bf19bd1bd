package io.integrationshub.runtime.secrets;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Keysets of sealed secrets: Tink JSON, HPKE X25519 / HKDF-SHA256 / AES-128-GCM. */
@ConfigMapping(prefix = "hub.secrets")
public interface SecretsConfig {

    /** This service's private keyset; only services that open secrets have one. */
    Optional<Path> open();

    /** Public keysets of those whom this service seals for. */
    Seal seal();

    /** Public keysets by recipient. */
    interface Seal {
        /** Of provisioner-service. */
        Optional<Path> provisioner();

        /** Of commerce-sso-service. */
        Optional<Path> commerceSso();
    }
}
