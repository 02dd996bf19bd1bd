package io.integrationshub.runtime.events;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Makes consumers of a named replica static members of their groups. The channel is part of a member's name: it may have several
 * consumers, and a second member of the same name would throw out the first.
 */
@ApplicationScoped
class StaticMembership implements ClientCustomizer<Map<String, Object>> {
    private final ReplicaConfig replica;

    StaticMembership(ReplicaConfig replica) {
        this.replica = replica;
    }

    @Override
    public Map<String, Object> customize(String channel, Config config, Map<String, Object> client) {
        if (replica.name().isEmpty() || !client.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            return client;
        }
        Map<String, Object> settings = new HashMap<>(client);
        // The second consumer of a channel is called events$1; Kafka knows no $ in names of members.
        String member = replica.name().get() + "-" + channel.replace('$', '.');
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        return settings;
    }
}
