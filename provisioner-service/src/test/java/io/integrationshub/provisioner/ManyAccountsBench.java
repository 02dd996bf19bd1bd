package io.integrationshub.provisioner;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.local.test.HubInfra;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/**
 * How much of the request rates that Amazon allows is used when very many integrations are configured at once, and whether an account
 * gets less than another. The stand-in throttles as Amazon does. Not part of the build: see {@code bench/accounts}.
 */
@OnRealInfra
@TestProfile(ManyAccountsBench.Rates.class)
class ManyAccountsBench {
    private static final int INTEGRATIONS = Integer.getInteger("bench.integrations", 500);
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 10);
    /** How much of Amazon's rates the stand-in allows: one machine does the work of the service, its neighbours and Amazon. */
    private static final double SHARE = Double.parseDouble(System.getProperty("bench.share", "0.1"));

    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** The service uses as much of them as it does by default of all. */
    public static final class Rates implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hub.aws.quota-share", String.valueOf(0.98 * SHARE));
        }
    }

    private final Map<String, Admin> admins = new ConcurrentHashMap<>();
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    @Test
    void accounts() {
        // Warm, then measured.
        run("warm-up", Math.max(ACCOUNTS, INTEGRATIONS / 10));
        run("measured", INTEGRATIONS);
    }

    private void run(String name, int integrations) {
        List<String> accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> account(name.equals("measured") ? i : ACCOUNTS + i))
                .toList();
        // As many at once as Amazon may take in a second, whatever the share.
        HubInfra.cognito().control("PUT", "rate-limits", "{\"share\":%s,\"burstMs\":%d}".formatted(SHARE, (long)
                        (1_000 / SHARE)));
        long since = Aws.now();
        try (KafkaConsumer<String, byte[]> events = consumer()) {
            long begun = System.nanoTime();
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, integrations)
                        .forEach(i -> people.execute(() -> configure(accounts.get(i % accounts.size()), "Shop " + i)));
            }
            double published = seconds(begun);
            int failed = wireUntilTheEnd(events, begun);
            System.out.printf(
                    "%n%s: %,d integrations in %d AWS accounts: %.1f s (published in %.1f s), %d failed%n",
                    name, integrations, accounts.size(), seconds(begun), published, failed);
        }
        RateReport.since(since, accounts).print(name);
        HubInfra.cognito().control("DELETE", "rate-limits", "");
    }

    /** One more AWS account; its keys are known by its id. */
    private static String account(int number) {
        String id = "9%011d".formatted(number);
        HubInfra.cognito()
                .control(
                        "POST",
                        "accounts",
                        "{\"accountId\":\"%s\",\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\",\"userName\":\"hub\"}"
                                .formatted(id, key(id), secret(id)));
        return id;
    }

    private static String key(String account) {
        return "AKIA" + account + "HUBX";
    }

    private static String secret(String account) {
        return "local/hub/secret/access/key+" + account;
    }

    private void configure(String account, String poolName) {
        Admin admin = new Admin().keys(key(account), secret(account)).poolName(poolName);
        admins.put(admin.integration.toString(), admin);
        running.add(admin.integration);
        admin.configure();
    }

    /** Plays commerce-sso-service, which answers at once. */
    private int wireUntilTheEnd(KafkaConsumer<String, byte[]> events, long begun) {
        int failed = 0;
        while (!running.isEmpty()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new AssertionError(running.size() + " integrations are not done");
            }
            for (ConsumerRecord<String, byte[]> record : events.poll(Duration.ofMillis(100))) {
                Admin admin = admins.get(record.key());
                if (admin == null) {
                    continue;
                }
                switch (event(record)) {
                    case PoolReady ready -> admin.wire(ready.execution());
                    case SignInReady ready -> running.remove(admin.integration);
                    case ProvisioningFailed failure -> {
                        running.remove(admin.integration);
                        failed++;
                        System.out.println(failure.failure());
                    }
                    default -> {}
                }
            }
        }
        return failed;
    }

    private static HubEvent event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return CloudEvents.read(headers, record.value()).orElseThrow().data();
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", HubInfra.kafka().address()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Publisher.PROVISIONER.topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
