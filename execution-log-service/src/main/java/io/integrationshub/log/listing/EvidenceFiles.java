package io.integrationshub.log.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.integrationshub.contracts.Json;
import io.integrationshub.log.application.Audit;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.RecordedFact;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the evidence of an execution: JSON, or one HTML file that opens without any server. */
@ApplicationScoped
public class EvidenceFiles {
    private static final ObjectWriter PRETTY = Json.mapper().writerWithDefaultPrettyPrinter();

    private final ReadExecutions executions;
    private final Audit audit;
    private final Clock clock;

    EvidenceFiles(ReadExecutions executions, Audit audit, Clock clock) {
        this.executions = executions;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "Evidence")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance evidence(Evidence evidence, String json);
    }

    /** Empty when the store has no such execution. */
    public Optional<String> json(String storeId, UUID executionId, String actor) {
        return evidence(storeId, executionId, actor).map(EvidenceFiles::pretty);
    }

    /** The same for people, with the JSON in it. */
    public Optional<String> html(String storeId, UUID executionId, String actor) {
        return evidence(storeId, executionId, actor)
                .map(evidence -> Templates.evidence(evidence, pretty(evidence)).render());
    }

    private Optional<Evidence> evidence(String storeId, UUID executionId, String actor) {
        return executions.history(storeId, executionId).map(history -> {
            String id = executionId.toString();
            audit.note(storeId, new Audit.Deed(actor, Audit.Action.EVIDENCE_EXPORTED, id, null));
            return evidence(history, actor);
        });
    }

    private Evidence evidence(History history, String actor) {
        List<Evidence.Event> events = executions.facts(history.summary()).stream()
                .sorted(Comparator.comparing(RecordedFact::at).thenComparing(RecordedFact::eventId))
                .map(EvidenceFiles::event)
                .toList();
        return new Evidence(
                Evidence.FORMAT,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor,
                history.summary(),
                history.specHash(),
                history.traceId(),
                Evidence.Plan.of(history),
                history.output(),
                history.steps(),
                history.logs(),
                events,
                sha256(events.stream().map(Evidence.Event::sha256).collect(Collectors.joining("\n"))));
    }

    private static Evidence.Event event(RecordedFact recorded) {
        String fact = text(recorded.fact());
        return new Evidence.Event(
                recorded.eventId().toString(),
                recorded.source(),
                recorded.at(),
                recorded.fact().getClass().getSimpleName(),
                fact,
                sha256(fact));
    }

    private static String text(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact cannot be written", e);
        }
    }

    private static String pretty(Evidence evidence) {
        try {
            return PRETTY.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence cannot be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
