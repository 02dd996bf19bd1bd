package io.integrationshub.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaticMembershipTest {
    private static final Map<String, Object> CONSUMER = Map.of("group.id", "provisioner-service");

    @Test
    void aNamedReplicaIsAStaticMember() {
        assertThat(new StaticMembership(() -> Optional.of("provisioner-service-2")).customize("events", null, CONSUMER))
                .containsEntry("group.instance.id", "provisioner-service-2-events")
                .containsEntry("group.id", "provisioner-service");
    }

    @Test
    void consumersOfOneChannelAreMembersOfTheirOwn() {
        assertThat(new StaticMembership(() -> Optional.of("execution-log-service"))
                        .customize("events$1", null, CONSUMER))
                .containsEntry("group.instance.id", "execution-log-service-events.1");
    }

    @Test
    void aProcessWithoutALastingNameIsAnOrdinaryMember() {
        assertThat(new StaticMembership(Optional::empty).customize("events", null, CONSUMER))
                .isEqualTo(CONSUMER);
    }

    @Test
    void aProducerIsLeftAlone() {
        assertThat(new StaticMembership(() -> Optional.of("x")).customize("announcements", null, Map.of("acks", "all")))
                .isEqualTo(Map.of("acks", "all"));
    }
}
