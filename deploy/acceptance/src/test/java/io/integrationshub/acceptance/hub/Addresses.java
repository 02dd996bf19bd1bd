package io.integrationshub.acceptance.hub;

import io.integrationshub.local.infra.FreePort;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who listens where, counted from one port as the launcher's table tells it. */
public record Addresses(int base) {
    private static final List<Integer> OFFSETS = Stream.of(
                    IntStream.rangeClosed(1, 4), IntStream.rangeClosed(11, 16), IntStream.rangeClosed(21, 24))
            .flatMap(IntStream::boxed)
            .toList();

    /** A base with all its ports free; below the range from which outgoing connections get theirs. */
    static Addresses free() {
        return Stream.generate(() -> new Addresses(ThreadLocalRandom.current().nextInt(20_000, 30_000)))
                .limit(1_000)
                .filter(Addresses::allFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nobody listens on any of the ports. */
    public boolean allFree() {
        return OFFSETS.stream().allMatch(offset -> FreePort.isFree(base + offset));
    }

    public URI service(HubService service) {
        return replica(service, 1);
    }

    /** @param number from 1 */
    public URI replica(HubService service, int number) {
        return local(1 + service.ordinal() + (number == 1 ? 0 : 10 * number));
    }

    public String kafka() {
        return "127.0.0.1:" + (base + 11);
    }

    public String database(HubService service) {
        return "jdbc:postgresql://127.0.0.1:" + (base + 13) + "/" + service.database();
    }

    public URI issuer() {
        return local(14).resolve("/hub");
    }

    public URI cognito() {
        return local(15);
    }

    public URI commerce() {
        return local(16);
    }

    private URI local(int offset) {
        return URI.create("http://localhost:" + (base + offset));
    }
}
