package io.integrationshub.runtime.metrics;

import io.integrationshub.contracts.Publisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what goes to the dead letters as {@code hub_dlq_messages_total}; 0 from the start, so that the first one shows. */
@Startup
@ApplicationScoped
public class DeadLetterCount {
    private final Map<String, Counter> counters;

    DeadLetterCount(MeterRegistry metrics) {
        counters = Arrays.stream(Publisher.values())
                .map(Publisher::topic)
                .collect(Collectors.toMap(
                        Function.identity(), topic -> metrics.counter("hub.dlq.messages", "topic", topic)));
    }

    /** One record of this topic is among the dead letters. */
    public void add(String topic) {
        Counter counter = counters.get(topic);
        if (counter != null) {
            counter.increment();
        }
    }
}
