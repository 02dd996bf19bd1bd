package io.integrationshub.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.SealedSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysetTest {
    private static final SecretContext CONTEXT = new SecretContext("store", new UUID(1, 2), "aws.secretAccessKey");

    @TempDir
    Path folder;

    @Test
    void theNewKeySealsAndTheOldOnesStillOpen() throws Exception {
        assertThat(RotateKeyset.rotate(folder.resolve("none.json"), folder)).isEqualTo(1);
        SealedSecret before = sealing().seal(Recipient.PROVISIONER, CONTEXT, "old");
        Secrets notRestarted = opening();

        assertThat(RotateKeyset.rotate(folder.resolve("private.json"), folder)).isEqualTo(2);
        SealedSecret after = sealing().seal(Recipient.PROVISIONER, CONTEXT, "new");

        assertThat(opening().open(before, CONTEXT).reveal()).isEqualTo("old");
        assertThat(opening().open(after, CONTEXT).reveal()).isEqualTo("new");
        assertThatThrownBy(() -> notRestarted.open(after, CONTEXT)).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void patchesHoldTheSameAndNobodyElseMayReadTheFiles() throws Exception {
        RotateKeyset.rotate(folder.resolve("none.json"), folder);

        String whole = Files.readString(folder.resolve("private.json"));
        assertThat(Files.readString(folder.resolve("private.patch.json")))
                .contains(Base64.getEncoder().encodeToString(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(Files.readString(folder.resolve("public.json"))).doesNotContain("PRIVATE");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void whatIsNoKeysetIsRefused() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");

        assertThatThrownBy(() -> RotateKeyset.rotate(broken, folder)).isInstanceOf(GeneralSecurityException.class);
        assertThat(folder.resolve("private.json")).doesNotExist();
    }

    private Secrets sealing() {
        return new Secrets(config(Optional.of(folder.resolve("public.json")), Optional.empty()));
    }

    private Secrets opening() {
        return new Secrets(config(Optional.empty(), Optional.of(folder.resolve("private.json"))));
    }

    private static SecretsConfig config(Optional<Path> seal, Optional<Path> open) {
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
                        return seal;
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
