package io.integrationshub.provisioner;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.integrationshub.contracts.SealedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Seals as config-service does, and opens as commerce-sso-service does. */
final class Keyrings {
    private Keyrings() {}

    static SealedSecret sealedToProvisioner(String store, UUID integration, String field, String secret) {
        try {
            HybridConfig.register();
            HybridEncrypt seal = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                            Files.readString(keyset("provisioner.public.json")))
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
            byte[] sealed = seal.encrypt(secret.getBytes(StandardCharsets.UTF_8), context(store, integration, field));
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String openedByCommerceSso(String store, UUID integration, String field, SealedSecret secret) {
        try {
            HybridDecrypt opener = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(keyset("commerce-sso.private.json")), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
            byte[] opened =
                    opener.decrypt(Base64.getDecoder().decode(secret.ciphertext()), context(store, integration, field));
            return new String(opened, StandardCharsets.UTF_8);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] context(String store, UUID integration, String field) {
        return (store.length() + ":" + store + "|" + integration + "|" + field).getBytes(StandardCharsets.UTF_8);
    }

    private static Path keyset(String name) {
        return ConfigProvider.getConfig()
                .getValue("hub.secrets.open", Path.class)
                .resolveSibling(name);
    }
}
