package io.integrationshub.log.domain;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.log.Story;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedFactTest {

    @Test
    void keepsNoSecretNotEvenSealedAndNoTemplateText() {
        Story story = new Story("store-1")
                .requested(1, Trigger.CONFIGURED)
                .straightThrough()
                .deletionRequested(2);

        assertThat(story.events())
                .allSatisfy(event -> assertThat(kept(event))
                        .doesNotContain(Story.SEALED.ciphertext())
                        .doesNotContain("TEMPLATEBODY")
                        .doesNotContain(Story.ACCESS_KEY)
                        .doesNotContain("client-0123456789abcdef"));
        assertThat(kept(story.events().getFirst()))
                .contains("****MPLE")
                .contains("****cdef")
                .contains("\"updateUserPool\":\"custom\"")
                .contains("\"createUserPool\":\"default\"");
    }

    @Test
    void keepsNothingOfWhatTheStepsHaveSaid() {
        Envelope poolReady = new Story("store-1")
                .requested(1, Trigger.CONFIGURED)
                .poolReady()
                .events()
                .getLast();

        assertThat(RecordedFact.of(poolReady)).isEmpty();
    }

    @Test
    void theTraceIsThatOfTheRequest() {
        Envelope request =
                new Story("store-1").requested(1, Trigger.CONFIGURED).events().getFirst();
        String trace = "0af7651916cd43dd8448eb211c80319c";

        assertThat(kept(request.withTraceparent("00-" + trace + "-b7ad6b7169203331-01")))
                .contains("\"traceId\":\"" + trace + "\"");
        assertThat(kept(request.withTraceparent("forged\r\n" + trace))).doesNotContain("traceId");
    }

    @Test
    void anIdThatIsNoUuidIsMadeOne() {
        Envelope event =
                new Story("store-1").requested(1, Trigger.CONFIGURED).events().getFirst();
        Envelope foreign = new Envelope(
                "no-uuid",
                event.source(),
                event.time(),
                event.storeId(),
                event.integrationId(),
                null,
                null,
                event.data());

        assertThat(RecordedFact.of(foreign).orElseThrow().eventId())
                .isEqualTo(RecordedFact.of(foreign).orElseThrow().eventId())
                .isNotEqualTo(RecordedFact.of(event).orElseThrow().eventId());
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatLacksSomethingNeededIsUnreadable(String json, Class<? extends HubEvent> type) throws Exception {
        HubEvent data = Json.mapper().readValue(json, type);
        Envelope event = new Envelope(
                UUID.randomUUID().toString(),
                PROVISIONER.source(),
                Instant.now(),
                "store-1",
                UUID.randomUUID(),
                null,
                null,
                data);

        assertThatThrownBy(() -> RecordedFact.of(event))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageEndingWith("is missing");
    }

    static Stream<Arguments> incomplete() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of("{\"generation\":1}", IntegrationConfigured.class),
                Arguments.of("{\"generation\":1,\"spec\":{}}", IntegrationConfigured.class),
                Arguments.of(
                        "{\"generation\":1,\"execution\":{\"number\":1},\"spec\":{\"userPool\":"
                                + "{\"name\":\"x\",\"replaceDomain\":false}}}",
                        IntegrationConfigured.class),
                Arguments.of("{\"generation\":1,\"step\":\"x\"}", ProvisioningFailed.class),
                Arguments.of(
                        "{\"generation\":1,\"step\":\"x\",\"execution\":{\"id\":\"" + id
                                + "\",\"number\":1},\"failure\":{}}",
                        ProvisioningFailed.class),
                Arguments.of("{\"executionId\":\"" + id + "\"}", StepStarted.class),
                Arguments.of(
                        "{\"executionId\":\"" + id + "\",\"step\":{\"order\":1,\"attempt\":1}}", StepStarted.class),
                Arguments.of("{\"step\":{\"name\":\"x\",\"order\":1,\"attempt\":1}}", StepStarted.class));
    }

    private static String kept(Envelope event) {
        return RecordedFact.of(event)
                .map(recorded -> {
                    try {
                        return Json.mapper().writeValueAsString(recorded.fact());
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElse("");
    }
}
