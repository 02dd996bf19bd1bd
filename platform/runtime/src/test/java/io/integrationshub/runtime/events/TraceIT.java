package io.integrationshub.runtime.events;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.runtime.OnRealInfra;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.TracedJob;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One trace from a record through the job it makes necessary to what that job announces. */
@OnRealInfra
class TraceIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Inject
    Intake intake;

    @Inject
    Jobs jobs;

    @Inject
    TracedJob job;

    @Inject
    Announcements announcements;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID integration = UUID.randomUUID();

    @Test
    void theTraceOfARecordGoesThroughTheJobIntoWhatTheJobAnnounces() {
        job.announce((key, lease) -> announcements.announce("store", UUID.fromString(key), null, skipped()));

        intake.take(record(), event -> jobs.wake(TracedJob.NAME, integration.toString()));

        await().until(() -> TopicAudit.read(broker).stream().anyMatch(this::mine));
        assertThat(TopicAudit.read(broker))
                .filteredOn(this::mine)
                .singleElement()
                .satisfies(entry -> assertThat(entry.headers().get("traceparent"))
                        .startsWith("00-" + TRACE + "-")
                        .isNotEqualTo(TRACEPARENT));
        assertThat(job.logged()).as("trace id of log lines").isEqualTo(TRACE);
        assertThat(Span.current().getSpanContext().isValid())
                .as("the trace ends with the record")
                .isFalse();
    }

    private boolean mine(TopicAudit.Entry entry) {
        return entry.topic().equals("hub.pool.events.v1")
                && integration.toString().equals(entry.key());
    }

    private ConsumerRecord<String, byte[]> record() {
        Envelope event = Envelope.of(Publisher.COMMERCE_SSO, Instant.now(), "store", integration, null, skipped())
                .withTraceparent(TRACEPARENT);
        var record = new ConsumerRecord<>("hub.sso.events.v1", 0, 0, integration.toString(), CloudEvents.value(event));
        Map<String, String> headers = CloudEvents.headers(event);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private StepSkipped skipped() {
        return new StepSkipped(new UUID(0, 1), new Step("Probe", 1, 1), "traced");
    }
}
