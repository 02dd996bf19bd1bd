package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aTakenPortIsNamedWithThePartThatWantedIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - 15);

            assertThatThrownBy(() -> ports.requireFree(Options.parse()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " for cognito stand-in is taken");
        }
    }

    @Test
    void thePortOfAStandInThatIsNotStartedMayBeTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - 15);

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
}
