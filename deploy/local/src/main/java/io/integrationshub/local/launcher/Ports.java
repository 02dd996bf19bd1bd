package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.FreePort;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who listens where, counted from one base. */
record Ports(int base) {
    static final int DEFAULT_BASE = 8080;
    /** What is no service has the second ten ports, replicas after the first have the following tens. */
    private static final int STEP = 10;

    private static final int LAST_OF_ALL_OTHERS = 16;

    /** How far the ports reach. */
    static int highestOffset(int replicas) {
        return replicas == 1 ? LAST_OF_ALL_OTHERS : replicas * STEP + HubService.values().length;
    }

    int of(HubService service) {
        return of(Replica.first(service));
    }

    int of(Replica replica) {
        return replica.service().port(replica.number() == 1 ? base : base + replica.number() * STEP);
    }

    int kafka() {
        return base + 11;
    }

    int kafkaController() {
        return base + 12;
    }

    int postgres() {
        return base + 13;
    }

    int signIn() {
        return base + 14;
    }

    int cognito() {
        return base + 15;
    }

    int commerce() {
        return base + LAST_OF_ALL_OTHERS;
    }

    URI url(HubService service) {
        return url(Replica.first(service));
    }

    URI url(Replica replica) {
        return URI.create("http://localhost:" + of(replica));
    }

    URI issuer() {
        return URI.create("http://localhost:" + signIn() + "/hub");
    }

    /**
     * Requires every port that is about to be used to be free.
     *
     * @throws LaunchException naming the first port that is not, and who wanted it
     */
    void requireFree(Options options) {
        wanted(options).forEach((part, port) -> {
            if (!FreePort.isFree(port)) {
                throw new LaunchException("Port " + port + " for " + part
                        + " is taken: stop what listens there or choose others with --port-base N");
            }
        });
    }

    private Map<String, Integer> wanted(Options options) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Replica replica : Replica.of(options.replicas())) {
            ports.put(replica.fullName(), of(replica));
        }
        ports.put("kafka", kafka());
        ports.put("kafka (controller)", kafkaController());
        ports.put("postgres", postgres());
        ports.put("sign-in", signIn());
        if (options.awsEndpoint().isEmpty()) {
            ports.put("cognito stand-in", cognito());
        }
        if (options.commerceUrl().isEmpty()) {
            ports.put("commerce stand-in", commerce());
        }
        return ports;
    }
}
