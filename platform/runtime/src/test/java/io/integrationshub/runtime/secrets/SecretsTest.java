package io.integrationshub.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import io.integrationshub.contracts.SealedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final SecretContext CONTEXT = new SecretContext("store", new UUID(1, 2), "aws.secretAccessKey");

    @TempDir
    Path folder;

    private KeysetHandle keyset;

    @BeforeEach
    void makeKeyset() throws GeneralSecurityException {
        HybridConfig.register();
        keyset = KeysetHandle.generateNew(PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM);
    }

    @Test
    void onlyTheRecipientOpensWhatWasSealed() throws Exception {
        SealedSecret sealed = sealing(keyset).seal(Recipient.PROVISIONER, CONTEXT, "s3cret");

        assertThat(opening(keyset).open(sealed, CONTEXT).reveal()).isEqualTo("s3cret");
        assertThat(new String(
                        Base64.getDecoder().decode(sealed.ciphertext()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(opening(keyset).open(sealed, CONTEXT)).hasToString("***");
    }

    @Test
    void aBlobMovedElsewhereDoesNotOpen() throws Exception {
        SealedSecret sealed = sealing(keyset).seal(Recipient.PROVISIONER, CONTEXT, "s3cret");
        Secrets opener = opening(keyset);

        assertThatThrownBy(() -> opener.open(sealed, new SecretContext("other", new UUID(1, 2), "aws.secretAccessKey")))
                .isInstanceOf(SecretUnreadableException.class);
        assertThatThrownBy(() -> opener.open(sealed, new SecretContext("store", new UUID(1, 3), "aws.secretAccessKey")))
                .isInstanceOf(SecretUnreadableException.class);
        assertThatThrownBy(
                        () -> opener.open(sealed, new SecretContext("store", new UUID(1, 2), "commerce.clientSecret")))
                .isInstanceOf(SecretUnreadableException.class);
        assertThatThrownBy(() -> opener.open(new SealedSecret("%%%"), CONTEXT))
                .isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void aRotatedKeysetOpensOldAndNew() throws Exception {
        SealedSecret old = sealing(keyset).seal(Recipient.PROVISIONER, CONTEXT, "old");
        KeysetHandle rotated = KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();

        SealedSecret fresh = sealing(rotated).seal(Recipient.PROVISIONER, CONTEXT, "new");

        assertThat(opening(rotated).open(old, CONTEXT).reveal()).isEqualTo("old");
        assertThat(opening(rotated).open(fresh, CONTEXT).reveal()).isEqualTo("new");
        assertThatThrownBy(() -> opening(keyset).open(fresh, CONTEXT)).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void aPrivateKeysetIsRefusedWhereAPublicOneBelongs() throws Exception {
        Path file = write(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));

        assertThatThrownBy(() -> new Secrets(config(Optional.empty(), Optional.of(file))))
                .hasMessageContaining("public keyset");
    }

    @Test
    void aServiceWithoutKeysSaysSo() {
        Secrets none = new Secrets(config(Optional.empty(), Optional.empty()));

        assertThatThrownBy(() -> none.seal(Recipient.PROVISIONER, CONTEXT, "x"))
                .hasMessageContaining("hub.secrets.seal");
        assertThatThrownBy(() -> none.open(new SealedSecret("AA=="), CONTEXT)).hasMessageContaining("hub.secrets.open");
    }

    private Secrets sealing(KeysetHandle handle) throws IOException, GeneralSecurityException {
        Path file = write(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(handle.getPublicKeysetHandle()));
        return new Secrets(config(Optional.empty(), Optional.of(file)));
    }

    private Secrets opening(KeysetHandle handle) throws IOException, GeneralSecurityException {
        Path file = write(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        return new Secrets(config(Optional.of(file), Optional.empty()));
    }

    private Path write(String keysetJson) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "keyset", ".json"), keysetJson);
    }

    private static SecretsConfig config(Optional<Path> open, Optional<Path> provisioner) {
        return new SecretsConfig() {
            @Override
            public Optional<Path> open() {
                return open;
            }

            @Override
            public Seal seal() {
                return new Seal() {
                    @Override
                    public Optional<Path> provisioner() {
                        return provisioner;
                    }

                    @Override
                    public Optional<Path> commerceSso() {
                        return Optional.empty();
                    }
                };
            }
        };
    }
}
