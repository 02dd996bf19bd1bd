package io.integrationshub.runtime.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.HybridParameters;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

/**
 * The command that makes a keyset or adds a key to one. The new key seals from then on; the old ones still open what was sealed to
 * them. Writes into a folder, readable by its owner only:
 *
 * <ul>
 *   <li>{@code private.json} for the service that opens, and {@code public.json} for those that seal;
 *   <li>{@code private.patch.json} and {@code public.patch.json}, the same as patches of Kubernetes Secrets.
 * </ul>
 *
 * Give the private one to all replicas that open before anybody seals with the public one.
 */
public final class RotateKeyset {
    private static final String USAGE =
            "Usage: RotateKeyset PRIVATE_KEYSET_FILE FOLDER (a file that is missing or empty" + " begins a new keyset)";
    private static final HybridParameters KIND = PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM;

    private RotateKeyset() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            int keys = rotate(Path.of(arguments[0]), Path.of(arguments[1]));
            System.out.println("The keyset has " + keys + (keys == 1 ? " key" : " keys") + " now: " + arguments[1]);
        } catch (IOException | GeneralSecurityException e) {
            // Never the content of a file.
            System.err.println(
                    "The keyset could not be rotated: " + e.getClass().getSimpleName() + " " + arguments[0]);
            System.exit(1);
        }
    }

    /** Returns how many keys the keyset has now. */
    static int rotate(Path privateKeyset, Path folder) throws IOException, GeneralSecurityException {
        HybridConfig.register();
        KeysetHandle rotated = rotated(privateKeyset);
        String whole = TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get());
        String open = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(rotated.getPublicKeysetHandle());
        write(folder.resolve("private.json"), whole);
        write(folder.resolve("public.json"), open);
        write(folder.resolve("private.patch.json"), patch(whole));
        write(folder.resolve("public.patch.json"), patch(open));
        return rotated.size();
    }

    private static KeysetHandle rotated(Path privateKeyset) throws IOException, GeneralSecurityException {
        if (!Files.exists(privateKeyset) || Files.size(privateKeyset) == 0) {
            return KeysetHandle.generateNew(KIND);
        }
        KeysetHandle old =
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(privateKeyset), InsecureSecretKeyAccess.get());
        return KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(KIND)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    private static String patch(String keyset) {
        return "{\"data\":{\"keyset.json\":\""
                + Base64.getEncoder().encodeToString(keyset.getBytes(StandardCharsets.UTF_8)) + "\"}}";
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }
}
