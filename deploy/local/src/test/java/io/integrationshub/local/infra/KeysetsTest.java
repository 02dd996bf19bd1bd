package io.integrationshub.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {
    @Test
    void whatIsSealedWithThePublicFileOpensWithThePrivateFile(@TempDir Path folder) throws Exception {
        Keysets keysets = Keysets.in(folder);
        KeysetHandle sealer =
                TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(keysets.publicOf("commerce-sso")));
        KeysetHandle opener = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(keysets.privateOf("commerce-sso")), InsecureSecretKeyAccess.get());
        byte[] context = "store/integration/field".getBytes(StandardCharsets.UTF_8);
        byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = sealer.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(plain, context);

        assertThat(opener.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                        .decrypt(sealed, context))
                .isEqualTo(plain);
    }

    @Test
    void onlyTheOwnerReadsTheFilesAndASecondCallKeepsThem(@TempDir Path folder) throws Exception {
        Path file = Keysets.in(folder).privateOf("provisioner");
        String first = Files.readString(file);

        Keysets.in(folder);

        assertThat(Files.readString(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void eachServiceGetsOnlyTheKeysetsItNeeds(@TempDir Path folder) {
        Keysets keysets = Keysets.in(folder);

        assertThat(keysets.settingsOf("config"))
                .containsOnlyKeys("hub.secrets.seal.provisioner", "hub.secrets.seal.commerce-sso");
        assertThat(keysets.settingsOf("provisioner"))
                .containsOnlyKeys("hub.secrets.open", "hub.secrets.seal.commerce-sso");
        assertThat(keysets.settingsOf("commerce-sso")).containsOnlyKeys("hub.secrets.open");
        assertThat(keysets.settingsOf("execution-log")).isEmpty();
    }
}
