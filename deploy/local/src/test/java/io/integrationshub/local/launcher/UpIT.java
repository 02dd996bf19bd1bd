package io.integrationshub.local.launcher;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private FakeHub hub;

    @BeforeEach
    void buildHub() throws Exception {
        hub = FakeHub.in(folder);
    }

    @AfterEach
    void unlink() throws Exception {
        hub.unlink();
    }

    @Test
    void withExitItStartsEverythingShowsTheAddressesAndLeavesNothingBehind() throws Exception {
        Process up = hub.up(Map.of(), "--exit");

        assertThat(end(up)).as(hub.printed()).isZero();
        assertThat(hub.printed())
                .contains("http://localhost:" + (hub.portBase() + 4) + "/q/openapi")
                .contains("/_control/state");
        assertThat(Files.readString(hub.root().resolve("deploy/local/.state/logs/config-service.log")))
                .startsWith("config-service | database jdbc:postgresql://127.0.0.1:");
        assertThat(hub.everythingIsGone()).isTrue();
    }

    @Test
    void replicasAreProcessesOfTheirOwn() throws Exception {
        Process up = hub.up(Map.of(), "--exit", "--replicas", "2");

        assertThat(end(up)).as(hub.printed()).isZero();
        assertThat(hub.printed())
                .contains("http://localhost:" + (hub.portBase() + 24) + "/q/openapi")
                .contains("config-service-2");
        assertThat(hub.root().resolve("deploy/local/.state/logs/provisioner-service-2.log"))
                .exists();
        assertThat(hub.everythingIsGone()).isTrue();
    }

    @Test
    void runningItGivesTokensAndRefusesASecondOneAndOnSigtermItStopsEverything() throws Exception {
        Process up = hub.up(Map.of());
        awaitPrinted(up, "Ctrl-C stops everything");
        String printed = hub.printed();
        Process second = hub.up(Map.of());
        assertThat(end(second)).isEqualTo(1);
        assertThat(hub.printed())
                .startsWith("Another deploy/local/up is running on")
                .doesNotContain(printed);

        up.destroy();

        assertThat(end(up)).isEqualTo(143);
        assertThat(hub.everythingIsGone()).isTrue();
    }

    @Test
    void killedTheHardWayItTakesTheOthersWithIt() throws Exception {
        Process up = hub.up(Map.of());
        awaitPrinted(up, "Ctrl-C stops everything");

        up.destroyForcibly();

        await().until(hub::everythingIsGone);
    }

    @Test
    void aServiceThatDiesEndsTheStartWithTheEndOfItsLog() throws Exception {
        String port = String.valueOf(hub.portBase() + 2);

        Process up = hub.up(Map.of("FAKE_SERVICE_FAILS_ON_PORT", port));

        assertThat(end(up)).isEqualTo(1);
        assertThat(hub.printed()).contains("provisioner-service ended with status 3", "no such table");
        assertThat(hub.everythingIsGone()).isTrue();
    }

    @Test
    void whatIsMissingOrOlderThanItsSourceIsBuiltFirst() throws Exception {
        Path jar = Packaging.PLAIN.jar(hub.root(), HubService.COMMERCE_SSO);
        Path built = Files.move(jar, hub.root().resolve("built.jar"));
        hub.writeMaven("cp '" + built + "' '" + jar + "'");

        assertThat(end(hub.up(Map.of(), "--exit"))).as(hub.printed()).isZero();
        assertThat(hub.printed())
                .startsWith("Building: commerce-sso-service/target/quarkus-app/quarkus-run.jar is missing");

        hub.writeMaven("echo 'cannot compile'; exit 1");
        Path source = hub.root().resolve("config-service/src/main/java/Newer.java");
        Files.createDirectories(source.getParent());
        Files.setLastModifiedTime(
                Files.createFile(source), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(end(hub.up(Map.of()))).isEqualTo(1);
        assertThat(hub.printed())
                .startsWith("Building: config-service/src/main/java/Newer.java is newer than the last build")
                .contains("cannot compile", "The build failed");
    }

    @Test
    void anUnknownOptionIsOneLineAndStatusTwo() throws Exception {
        Process up = hub.up(Map.of(), "--frsh");

        assertThat(end(up)).isEqualTo(2);
        assertThat(hub.printed()).isEqualTo("Unknown option --frsh (see --help)\n");
    }

    private void awaitPrinted(Process up, String text) throws IOException {
        await().until(() -> !up.isAlive() || hub.printed().contains(text));
        assertThat(hub.printed()).contains(text);
    }

    private static int end(Process up) throws InterruptedException {
        assertThat(up.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return up.exitValue();
    }
}
