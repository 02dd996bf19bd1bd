package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @TempDir
    Path folder;

    @Test
    void aRestartKeepsPoolsDomainsClientsSecretsAndKeys() {
        Path file = folder.resolve("state/cognito.json");
        fixture.start(file, Clock.systemUTC());
        String pool = fixture.poolNamed("EPCC");
        fixture.domain(pool, "shop-one");
        var client = fixture.cognito()
                .createUserPoolClient(
                        create -> create.userPoolId(pool).clientName("EPCC").generateSecret(true))
                .userPoolClient();
        var described = fixture.cognito().describeUserPool(describe -> describe.userPoolId(pool));
        String keys = fixture.get("/" + pool + "/.well-known/jwks.json").body();

        fixture.start(file, Clock.systemUTC());

        assertThat(fixture.cognito()
                        .describeUserPool(describe -> describe.userPoolId(pool))
                        .userPool())
                .isEqualTo(described.userPool());
        assertThat(fixture.cognito()
                        .describeUserPoolClient(
                                describe -> describe.userPoolId(pool).clientId(client.clientId()))
                        .userPoolClient())
                .isEqualTo(client);
        assertThat(fixture.get("/" + pool + "/.well-known/jwks.json").body()).isEqualTo(keys);
    }

    @Test
    void aWriteIsOnDiskBeforeItsAnswer() throws IOException {
        Path file = folder.resolve("cognito.json");
        fixture.start(file, Clock.systemUTC());

        String pool = fixture.poolNamed("EPCC");

        assertThat(Files.readString(file)).contains(pool);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aDamagedFileIsNotOverwritten() throws IOException {
        Path file = folder.resolve("cognito.json");
        Files.writeString(file, "{ damaged");

        assertThatThrownBy(() -> CognitoStandIn.start(0, file).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
        assertThat(file).hasContent("{ damaged");
    }
}
