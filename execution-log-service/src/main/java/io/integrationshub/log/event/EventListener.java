package io.integrationshub.log.event;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.log.application.RaiseAlerts;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.runtime.events.Intake;
import io.integrationshub.runtime.events.Patience;
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
    private final RaiseAlerts alerts;
    private final Patience patience;

    EventListener(Recorder recorder, DeadLetters deadLetters, RaiseAlerts alerts, Patience patience) {
        this.recorder = recorder;
        this.deadLetters = deadLetters;
        this.alerts = alerts;
        this.patience = patience;
    }

    @Incoming("events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        deadLetters.publish(take(batch));
    }

    /** Takes in what can be taken in and answers the rest. */
    List<DeadLetters.DeadLetter> take(ConsumerRecords<String, byte[]> batch) {
        List<Recorder.Taken> taken = new ArrayList<>();
        List<Envelope> others = new ArrayList<>();
        List<DeadLetters.DeadLetter> dead = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                CloudEvents.read(Intake.headers(record), record.value())
                        .ifPresent(event -> RecordedFact.of(event)
                                .ifPresentOrElse(
                                        fact -> taken.add(new Recorder.Taken(record, fact)), () -> others.add(event)));
            } catch (UnreadableEvent e) {
                dead.add(new DeadLetters.DeadLetter(record, e.getMessage()));
            }
        }
        dead.addAll(recorder.record(taken));
        patience.untilTheDatabaseAnswers(() -> alerts.follow(others));
        return dead;
    }
}
