package io.integrationshub.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released is understood: of every kind of event the log knows what it tells. */
class GoldenSamplesTest {
    private static final Set<Class<? extends HubEvent>> TELL_NOTHING_NEW = Set.of(
            PoolReady.class,
            RealmsWired.class,
            RealmsUnwired.class,
            DriftDetected.class,
            DriftChecked.class,
            IntegrationPaused.class,
            IntegrationResumed.class);

    static Stream<Class<? extends HubEvent>> types() {
        return CloudEvents.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aReleasedSampleIsTold(Class<? extends HubEvent> type) throws IOException {
        Envelope event = CloudEvents.read(headers(type), sample(type)).orElseThrow();

        assertThat(RecordedFact.of(event).isEmpty()).isEqualTo(TELL_NOTHING_NEW.contains(type));
    }

    private static byte[] sample(Class<? extends HubEvent> type) throws IOException {
        String file = "/io/integrationshub/contracts/golden/" + type.getSimpleName() + ".v1/1.0.json";
        try (InputStream sample = GoldenSamplesTest.class.getResourceAsStream(file)) {
            return sample.readAllBytes();
        }
    }

    private static Map<String, String> headers(Class<? extends HubEvent> type) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/config-service",
                "ce_type", CloudEvents.type(type),
                "ce_subject", UUID.randomUUID().toString(),
                "ce_time", "2026-03-01T10:00:00Z",
                "ce_storeid", "store-1");
    }
}
