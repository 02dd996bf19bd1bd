package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.FreePort;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who listens where, counted from one base. */
record Ports(int base) {
    static final int DEFAULT_BASE = 8080;
    static final int HIGHEST_OFFSET = 16;

    int of(HubService service) {
        return service.port(base);
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
        return base + HIGHEST_OFFSET;
    }

    URI url(HubService service) {
        return URI.create("http://localhost:" + of(service));
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
        for (HubService service : HubService.values()) {
            ports.put(service.fullName(), of(service));
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
