package io.integrationshub.local.launcher;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the processes of a service.
 *
 * @param number from 1; people's pages are on the first
 */
record Replica(HubService service, int number) {
    static final int MOST = 5;

    /** That many of each service. */
    static List<Replica> of(int replicas) {
        return Stream.of(HubService.values())
                .flatMap(service -> IntStream.rangeClosed(1, replicas).mapToObj(n -> new Replica(service, n)))
                .toList();
    }

    static Replica first(HubService service) {
        return new Replica(service, 1);
    }

    /** The process' name, the first one's is the service's. */
    String fullName() {
        return number == 1 ? service.fullName() : service.fullName() + "-" + number;
    }
}
