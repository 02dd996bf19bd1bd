package io.integrationshub.log.event;

import io.integrationshub.log.application.RecordFacts;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.runtime.events.CutOffException;
import io.integrationshub.runtime.events.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Stores a batch; where one fact of it cannot be stored, the others are. */
@ApplicationScoped
class Recorder {
    private static final Logger LOG = Logger.getLogger(Recorder.class);

    private final RecordFacts facts;
    private final Patience patience;

    Recorder(RecordFacts facts, Patience patience) {
        this.facts = facts;
        this.patience = patience;
    }

    /** A fact and the record it came in. */
    record Taken(ConsumerRecord<String, byte[]> record, RecordedFact fact) {}

    /**
     * Stores what can be stored and returns the rest. A database that does not answer is waited for.
     *
     * @throws CutOffException when the service is being stopped meanwhile: nothing is wrong with what was not stored
     */
    List<DeadLetters.DeadLetter> record(List<Taken> taken) {
        List<DeadLetters.DeadLetter> refused = new ArrayList<>();
        record(taken, refused);
        return refused;
    }

    private void record(List<Taken> taken, List<DeadLetters.DeadLetter> refused) {
        if (taken.isEmpty()) {
            return;
        }
        try {
            patience.untilTheDatabaseAnswers(
                    () -> facts.record(taken.stream().map(Taken::fact).toList()));
        } catch (CutOffException e) {
            throw e;
        } catch (RuntimeException e) {
            if (taken.size() == 1) {
                ConsumerRecord<String, byte[]> record = taken.getFirst().record();
                // The exception stays here: its message may quote the content.
                LOG.errorf(
                        "reason=not-storable topic=%s partition=%d offset=%d exception=%s",
                        record.topic(), record.partition(), record.offset(), rootCause(e));
                refused.add(new DeadLetters.DeadLetter(record, "the event cannot be stored"));
                return;
            }
            int half = taken.size() / 2;
            record(taken.subList(0, half), refused);
            record(taken.subList(half, taken.size()), refused);
        }
    }

    private static String rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getName();
    }
}
