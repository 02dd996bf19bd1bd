package io.integrationshub.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
    private static final Instant TIME = Instant.parse("2026-11-23T10:15:30Z");

    static List<HubEvent> samples() {
        return Samples.all();
    }

    private static Envelope envelope(HubEvent data) {
        return Envelope.of(publisher(data), TIME, "store-1", Samples.INTEGRATION, "cause-1", data);
    }

    private static Publisher publisher(HubEvent data) {
        for (Publisher publisher : Publisher.values()) {
            if (publisher.types().contains(data.getClass())) {
                return publisher;
            }
        }
        throw new AssertionError(data);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsRead(HubEvent data) {
        Envelope written = envelope(data).withTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        Envelope read = CloudEvents.read(CloudEvents.headers(written), CloudEvents.value(written))
                .orElseThrow();

        assertThat(read).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameFactHasTheSameIdAndAnotherIntegrationAnotherOne(HubEvent data) {
        Envelope first = envelope(data);
        Envelope later = Envelope.of(publisher(data), TIME.plusSeconds(9), "store-1", Samples.INTEGRATION, null, data);
        Envelope elsewhere = Envelope.of(publisher(data), TIME, "store-1", new java.util.UUID(1, 2), null, data);

        assertThat(later.id()).isEqualTo(first.id());
        assertThat(elsewhere.id()).isNotEqualTo(first.id());
    }

    @Test
    void aTypeOfANewerPublisherIsLeftAlone() {
        Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_type", "io.integrationshub.Tomorrow.v1");

        assertThat(CloudEvents.read(headers, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aMemberOfANewerPublisherIsLeftAlone() {
        Envelope written = envelope(new IntegrationPaused(1, "ada", null));
        byte[] newer = "{\"change\":1,\"actor\":\"ada\",\"tomorrow\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8);

        assertThat(CloudEvents.read(CloudEvents.headers(written), newer)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json marker-7f3a",
                "{\"change\":\"x\"}",
                "{\"actor\":\"no change\"}",
                "{\"change\":1,\"change\":2}"
            })
    void anUnreadableValueIsRefusedWithoutQuotingIt(String value) {
        Map<String, String> headers = CloudEvents.headers(envelope(new IntegrationPaused(1, "ada", null)));

        assertThatThrownBy(() -> CloudEvents.read(headers, value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("marker-7f3a")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_type", "ce_id", "ce_source", "ce_time", "ce_storeid", "ce_subject"})
    void aMissingAttributeIsNamed(String header) {
        Envelope written = envelope(new IntegrationPaused(1, "ada", null));
        Map<String, String> headers = CloudEvents.headers(written);
        headers.remove(header);

        assertThatThrownBy(() -> CloudEvents.read(headers, CloudEvents.value(written)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(header);
    }

    @Test
    void aRecordWithoutAValueIsRefused() {
        Map<String, String> headers = CloudEvents.headers(envelope(new IntegrationPaused(1, "ada", null)));

        assertThatThrownBy(() -> CloudEvents.read(headers, null)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aSealedSecretShowsNothing() {
        assertThat(new SealedSecret("AQAAAAF")).hasToString("SealedSecret[…]");
    }
}
