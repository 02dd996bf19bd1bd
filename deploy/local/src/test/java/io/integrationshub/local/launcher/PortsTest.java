package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.local.infra.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int COGNITO = 15;

    @Test
    void aTakenPortIsNamedWithThePartThatWantedIt() throws Exception {
        try (ServerSocket taken = takenForCognito()) {
            Ports ports = new Ports(taken.getLocalPort() - COGNITO);

            assertThatThrownBy(() -> ports.requireFree(Options.parse()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " for cognito stand-in is taken");
        }
    }

    @Test
    void thePortOfAStandInThatIsNotStartedMayBeTaken() throws Exception {
        try (ServerSocket taken = takenForCognito()) {
            Ports ports = new Ports(taken.getLocalPort() - COGNITO);

            assertThatCode(() -> ports.requireFree(Options.parse("--aws-endpoint", "http://localhost:1")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void allAreCountedFromTheBase() {
        Ports ports = new Ports(9000);

        assertThat(ports.url(HubService.EXECUTION_LOG)).hasToString("http://localhost:9004");
        assertThat(ports.issuer()).hasToString("http://localhost:9014/hub");
        assertThat(ports.commerce()).isEqualTo(9016);
        assertThat(ports.of(new Replica(HubService.CONFIG, 2))).isEqualTo(9021);
        assertThat(ports.of(new Replica(HubService.EXECUTION_LOG, 3))).isEqualTo(9034);
        assertThat(Ports.highestOffset(3)).isEqualTo(34);
    }

    /** Other programs of the machine have ports too: one whose neighbours are free. */
    private static ServerSocket takenForCognito() throws Exception {
        for (int tries = 1; ; tries++) {
            ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            int base = taken.getLocalPort() - COGNITO;
            boolean alone = IntStream.rangeClosed(base + 1, base + COGNITO + 1)
                    .filter(port -> port != taken.getLocalPort())
                    .allMatch(FreePort::isFree);
            if (alone || tries == 100) {
                return taken;
            }
            taken.close();
        }
    }
}
