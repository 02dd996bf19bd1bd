package io.integrationshub.log.event;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The consumers of this node: one for each batch at a time, which the messaging library calls {@code events$1}, {@code events$2}, … */
@ApplicationScoped
class Consumers {
    private static final String CHANNEL = "events";

    private final KafkaClientService clients;

    Consumers(KafkaClientService clients) {
        this.clients = clients;
    }

    List<KafkaConsumer<String, byte[]>> all() {
        return clients.getConsumerChannels().stream()
                .filter(channel -> channel.equals(CHANNEL) || channel.startsWith(CHANNEL + "$"))
                .flatMap(channel -> clients.<String, byte[]>getConsumers(channel).stream())
                .toList();
    }
}
