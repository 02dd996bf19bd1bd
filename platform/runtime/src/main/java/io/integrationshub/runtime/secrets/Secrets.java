package io.integrationshub.runtime.secrets;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.integrationshub.contracts.SealedSecret;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Seals secrets to the one service that may open them, and opens those sealed to this service. Keysets are read once at start;
 * rotation adds a key to the keyset and restarts.
 */
@Startup
@Singleton
public class Secrets {
    private final Map<Recipient, HybridEncrypt> seals = new EnumMap<>(Recipient.class);
    private final HybridDecrypt opener;

    Secrets(SecretsConfig config) {
        try {
            HybridConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HPKE is not available", e);
        }
        config.seal().provisioner().ifPresent(path -> seals.put(Recipient.PROVISIONER, publicKeyset(path)));
        config.seal().commerceSso().ifPresent(path -> seals.put(Recipient.COMMERCE_SSO, publicKeyset(path)));
        opener = config.open().map(Secrets::privateKeyset).orElse(null);
    }

    /** Seals a secret so that only the recipient can open it, and only in this context. */
    public SealedSecret seal(Recipient recipient, SecretContext context, String secret) {
        HybridEncrypt seal = Optional.ofNullable(seals.get(recipient))
                .orElseThrow(
                        () -> new IllegalStateException("No public keyset of " + recipient + ": set hub.secrets.seal"));
        try {
            byte[] sealed = seal.encrypt(secret.getBytes(StandardCharsets.UTF_8), context.bytes());
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /**
     * Opens a secret sealed to this service.
     *
     * @throws SecretUnreadableException when it was not made for this service and context
     */
    public OpenedSecret open(SealedSecret sealed, SecretContext context) {
        if (opener == null) {
            throw new IllegalStateException("No private keyset: set hub.secrets.open");
        }
        try {
            byte[] secret = opener.decrypt(Base64.getDecoder().decode(sealed.ciphertext()), context.bytes());
            return new OpenedSecret(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnreadableException(context.field());
        }
    }

    private static HybridEncrypt publicKeyset(Path path) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(path))
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The public keyset " + path + " cannot be read", e);
        }
    }

    private static HybridDecrypt privateKeyset(Path path) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(path), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The private keyset " + path + " cannot be read", e);
        }
    }
}
