package io.integrationshub.log.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How many events a second the service takes in, from the broker until its API tells of them, as a ratio to a bare loop that
 * consumes the same records and writes them with UNNEST, and to writing them one by one. All three find the same records waiting
 * at the broker, one after the other, in one run on one machine. Then how soon an event can be seen while half as many arrive. Not
 * part of the build: see {@code bench/ingest}.
 */
@QuarkusTest
@HubService
class IngestBench {
    private static final int EVENTS = Integer.getInteger("bench.events", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final List<Double> byCpu = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();
    private final List<Double> toBare = new ArrayList<>();
    private final List<Double> toOneByOne = new ArrayList<>();
    private final List<Double> toInserts = new ArrayList<>();

    @Inject
    DataSource database;

    @Inject
    KafkaClientService kafka;

    @Test
    void ingest() throws Exception {
        round("warm up", EVENTS);
        byCpu.clear();
        peaks.clear();
        toBare.clear();
        toOneByOne.clear();
        toInserts.clear();
        for (int round = 1; round <= ROUNDS; round++) {
            round("round " + round, EVENTS);
        }
        System.out.printf(
                "ingest: median of %d: %,.0f events/s, ratio to bare %.2f (wanted 0.6; by processor time %.2f),"
                        + " to one by one %.0f, to inserts alone %.0f (wanted 40)%n",
                ROUNDS, median(peaks), median(toBare), median(byCpu), median(toOneByOne), median(toInserts));
        new Visibility(median(peaks) / 2).measure();
    }

    private void round(String name, int wanted) throws Exception {
        String store = "bench-" + UUID.randomUUID();
        List<Envelope> events = new ArrayList<>();
        int executions = 0;
        Instant from = Instant.now().minusSeconds(3600);
        while (events.size() < wanted) {
            events.addAll(new Story(store, UUID.randomUUID(), from.plusMillis(executions++))
                    .requested(1, Trigger.CONFIGURED)
                    .straightThrough()
                    .events());
        }
        try (BareLoop bare = new BareLoop(database)) {
            consumers().forEach(consumer -> consumer.pause().await().atMost(PAUSE));
            Hub.publishAll(events);
            int all = executions;
            CpuTime cost = new CpuTime(database, "executor-thread.*|smallrye-kafka-consumer.*|vert.x-eventloop.*");
            long begun = System.nanoTime();
            consumers().forEach(consumer -> consumer.resume().await().atMost(PAUSE));
            Hub.eventually().pollInterval(Duration.ofMillis(20)).atMost(LIMIT).until(() -> succeeded(store) == all);
            double service = events.size() / BareLoop.seconds(begun);
            double serviceHere = cost.spentHere() / events.size() * 1e6;
            double serviceThere = cost.spentThere() / events.size() * 1e6;
            CpuTime bareCost = new CpuTime(database, "main");
            double loop = bare.unnest(events.size());
            double bareHere = bareCost.spentHere() / events.size() * 1e6;
            double bareThere = bareCost.spentThere() / events.size() * 1e6;
            double single = bare.oneByOne();
            double insert = bare.insertsAlone();
            byCpu.add((bareHere + bareThere) / (serviceHere + serviceThere));
            peaks.add(service);
            toBare.add(service / loop);
            toOneByOne.add(service / single);
            toInserts.add(service / insert);
            System.out.printf(
                    "ingest: %s: %,d events of %,d executions: service %,.0f/s, bare consume + UNNEST %,.0f/s,"
                            + " one by one %,.0f/s (inserts alone %,.0f/s): ratios %.2f and %.0f%n",
                    name, events.size(), executions, service, loop, single, insert, service / loop, service / single);
            System.out.printf(
                    "ingest:   microseconds of a processor for an event: service %.0f and its database %.0f, bare loop %.0f and its"
                            + " database %.0f%n",
                    serviceHere, serviceThere, bareHere, bareThere);
        }
    }

    private List<KafkaConsumer<String, byte[]>> consumers() {
        List<KafkaConsumer<String, byte[]>> all = kafka.getConsumerChannels().stream()
                .filter(channel -> channel.startsWith("events"))
                .flatMap(channel -> kafka.<String, byte[]>getConsumers(channel).stream())
                .toList();
        assertThat(all).isNotEmpty();
        return all;
    }

    private static int succeeded(String store) {
        Integer succeeded = Hub.get(store, "/api/statistics").path("executions.SUCCEEDED");
        return succeeded == null ? 0 : succeeded;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
