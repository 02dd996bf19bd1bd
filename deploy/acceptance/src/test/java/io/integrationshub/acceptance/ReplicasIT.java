package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.ReadyReplicas;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Two processes of each service on the same topics and databases. While one after the other is restarted, people configure on as
 * if nothing happened.
 */
@Order(0)
class ReplicasIT {
    private static final int REPLICAS = 2;
    private static final int CONFIGURATIONS = 200;
    private static final int AT_A_TIME = 4;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private static RunningHub hub;

    /** What a person has begun. */
    private record Begun(Tenant tenant, StoreAdmin.Started started) {}

    @BeforeAll
    static void start() {
        hub = RunningHub.withReplicas(REPLICAS);
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void theDemoSucceedsWithTwoOfEach() {
        assertThat(hub.first().status()).as(hub.first().output()).isZero();
        assertThat(hub.first().output()).contains("execution-log-service-2", "Execution SUCCEEDED after");
        assertThat(hub.first().leftBehind()).isEmpty();
        assertThat(hub.first().portsFree()).isTrue();
    }

    @Test
    void aRollingRestartIsNoticedByNobody() throws Exception {
        List<Begun> begun = new ArrayList<>();
        int turns = HubService.values().length * REPLICAS;
        try (ReadyReplicas replicas = new ReadyReplicas(hub.addresses(), REPLICAS);
                ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (HubService service : HubService.values()) {
                for (int number = 1; number <= REPLICAS; number++) {
                    List<Future<Begun>> underWay = new ArrayList<>();
                    for (int i = 0; i < CONFIGURATIONS / turns; i++) {
                        Tenant tenant = hub.knownTenant("rolling-" + service.ordinal() + "-" + number + "-" + i);
                        underWay.add(people.submit(() -> configure(tenant, replicas)));
                    }
                    restart(service, number, replicas);
                    for (Future<Begun> one : underWay) {
                        begun.add(one.get());
                    }
                }
            }

            assertThat(begun).hasSize(CONFIGURATIONS);
            for (Begun one : begun) {
                JsonNode execution = hub.admin(one.tenant().store(), replicas)
                        .awaitEnd(one.started().executionId());
                assertThat(execution.path("status").asText())
                        .as(execution.toString())
                        .isEqualTo("SUCCEEDED");
                assertThat(execution.path("number").asInt()).isEqualTo(1);
                Outside.complete(hub, one.tenant(), one.started().integrationId());
            }
        }
        assertThat(hub.journal().unanswered()).isEmpty();
        assertThat(hub.topics()).noneMatch(record -> record.topic().endsWith(".dlq"));
    }

    private static Begun configure(Tenant tenant, ReadyReplicas replicas) {
        return new Begun(tenant, hub.admin(tenant.store(), replicas).configure(tenant.pages()));
    }

    /** SIGTERM, as a rolling upgrade does it; the launcher starts it again. */
    private static void restart(HubService service, int number, ReadyReplicas replicas) throws Exception {
        ProcessHandle process = hub.process(service, number);
        process.destroy();
        process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        replicas.awaitAll();
    }
}
