package io.integrationshub.log.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Story;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.runtime.events.CutOffException;
import io.integrationshub.runtime.events.Patience;
import io.integrationshub.runtime.events.Stopping;
import io.quarkus.runtime.ShutdownEvent;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final Stopping stopping = new Stopping();
    /** Without a store, every try fails. */
    private final Recorder recorder = new Recorder(null, new Patience(stopping));

    private final List<Recorder.Taken> taken = new Story("store")
            .requested(1, Trigger.CONFIGURED).straightThrough().events().stream()
                    .flatMap(event -> RecordedFact.of(event).stream())
                    .map(fact -> new Recorder.Taken(new ConsumerRecord<>("topic", 0, 0, "key", new byte[0]), fact))
                    .toList();

    @Test
    void whatCannotBeStoredIsRefusedOneByOne() {
        assertThat(recorder.record(taken)).hasSameSizeAs(taken);
    }

    @Test
    void nothingIsRefusedBecauseTheServiceStops() {
        stopping.begin(new ShutdownEvent());

        assertThatThrownBy(() -> recorder.record(taken)).isInstanceOf(CutOffException.class);
    }
}
