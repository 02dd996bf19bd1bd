package io.integrationshub.local.test;

import java.util.Map;

/**
 * A broker or database server that tests can take away for a while.
 *
 * @param address where clients connect, {@code host:port}
 */
public record Server(String address, Runnable stopping, Runnable starting) {
    /** Begins an outage: clients get no answer. Data are kept. */
    public void stop() {
        stopping.run();
    }

    /** Ends the outage on the same address; returns when the server answers again. */
    public void start() {
        starting.run();
    }

    /** In types of the JDK, for {@link JvmRegistry}. */
    Map<String, Object> toMap() {
        return Map.of("address", address, "stopping", stopping, "starting", starting);
    }

    static Server of(Map<String, Object> map) {
        return new Server((String) map.get("address"), (Runnable) map.get("stopping"), (Runnable) map.get("starting"));
    }
}
