package io.integrationshub.local.infra;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The HPKE keysets (Tink JSON, X25519) that seal secrets to the one service that may open them, as files only their owner
 * may read: {@code <service>.private.json} and {@code <service>.public.json}.
 */
public final class Keysets {
    private static final List<String> OPENERS = List.of("provisioner", "commerce-sso");
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    private Keysets(Path folder) {
        this.folder = folder;
    }

    /** The keysets in {@code folder}; those that are missing are generated, the others are kept. */
    public static Keysets in(Path folder) {
        Keysets keysets = new Keysets(folder.toAbsolutePath());
        try {
            Files.createDirectories(folder);
            HybridConfig.register();
            for (String service : OPENERS) {
                keysets.generateMissing(service);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not generate keysets", e);
        }
        return keysets;
    }

    /** Opens what was sealed to {@code service}. */
    public Path privateOf(String service) {
        return folder.resolve(service + ".private.json");
    }

    /** Seals to {@code service}. */
    public Path publicOf(String service) {
        return folder.resolve(service + ".public.json");
    }

    /**
     * The settings that give a service exactly the keysets it may have: names of configuration properties, paths.
     *
     * @param service config, provisioner, commerce-sso or execution-log (which gets none)
     */
    public Map<String, String> settingsOf(String service) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (OPENERS.contains(service)) {
            settings.put("hub.secrets.open", privateOf(service).toString());
        }
        if (service.equals("config")) {
            settings.put("hub.secrets.seal.provisioner", publicOf("provisioner").toString());
        }
        if (service.equals("config") || service.equals("provisioner")) {
            settings.put(
                    "hub.secrets.seal.commerce-sso", publicOf("commerce-sso").toString());
        }
        return settings;
    }

    private void generateMissing(String service) throws GeneralSecurityException, IOException {
        if (Files.exists(privateOf(service)) && Files.exists(publicOf(service))) {
            return;
        }
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM);
        write(privateOf(service), TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        write(
                publicOf(service),
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle()));
    }

    private static void write(Path file, String keyset) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, keyset, StandardOpenOption.WRITE);
    }
}
