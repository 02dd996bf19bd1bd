package io.integrationshub.log.event;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.runtime.events.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Listens to all topics of the hub. Returning commits the offsets of the batch: by then every record of it is stored, known,
 * of no interest, or among the dead letters.
 */
@ApplicationScoped
class EventListener {
    private final Recorder recorder;
    private final DeadLetters deadLetters;

    EventListener(Recorder recorder, DeadLetters deadLetters) {
        this.recorder = recorder;
        this.deadLetters = deadLetters;
    }

    @Incoming("events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        deadLetters.publish(take(batch));
    }

    /** Takes in what can be taken in and answers the rest. */
    List<DeadLetters.DeadLetter> take(ConsumerRecords<String, byte[]> batch) {
        List<Recorder.Taken> taken = new ArrayList<>();
        List<DeadLetters.DeadLetter> dead = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                CloudEvents.read(Intake.headers(record), record.value())
                        .flatMap(RecordedFact::of)
                        .ifPresent(fact -> taken.add(new Recorder.Taken(record, fact)));
            } catch (UnreadableEvent e) {
                dead.add(new DeadLetters.DeadLetter(record, e.getMessage()));
            }
        }
        dead.addAll(recorder.record(taken));
        return dead;
    }
}
