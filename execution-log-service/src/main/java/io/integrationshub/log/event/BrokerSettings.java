package io.integrationshub.log.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How clients that are no channels reach the broker: as the channels do, keys and certificates ({@code kafka.*}) included. */
@ApplicationScoped
class BrokerSettings {
    private final Map<String, Object> shared;

    BrokerSettings(@Identifier("default-kafka-broker") Map<String, Object> shared) {
        this.shared = shared;
    }

    /** The shared settings with a client's own, which win. */
    Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(shared);
        settings.putAll(own);
        return settings;
    }
}
