package io.integrationshub.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an event of the next version means to this one. */
class NextVersionTest {
    private final NextVersion next = new NextVersion("store-1", UUID.randomUUID());

    @ParameterizedTest
    @EnumSource
    void membersThatNobodyKnowsChangeNothingAndTypesThatNobodyKnowsAreLeftAlone(Publisher publisher) {
        List<NextVersion.Event> events = next.events(publisher);

        assertThat(events.stream().collect(Collectors.partitioningBy(NextVersion.Event::known)))
                .satisfies(byKnown -> {
                    assertThat(byKnown.get(false))
                            .hasSize(publisher.types().size() + 1)
                            .allSatisfy(event -> assertThat(CloudEvents.read(event.headers(), event.value()))
                                    .isEmpty());
                    assertThat(byKnown.get(true))
                            .hasSameSizeAs(publisher.types())
                            .allSatisfy(event -> assertThat(CloudEvents.read(event.headers(), event.value()))
                                    .map(Envelope::data)
                                    .hasValueSatisfying(data ->
                                            assertThat(publisher.types()).contains(data.getClass())));
                });
        assertThat(events).extracting(NextVersion.Event::id).doesNotHaveDuplicates();
    }

    @Test
    void membersAreAddedAtEveryLevel() {
        String configured = text(next.events(Publisher.CONFIG).stream()
                .filter(event -> event.headers().get("ce_type").equals("io.integrationshub.IntegrationConfigured.v1"))
                .findFirst()
                .orElseThrow());

        // The event, its execution, its spec, and nine objects in that.
        assertThat(configured.split("addedByTheNextVersion", -1)).hasSize(1 + 12);
    }

    /** Why a value that an enumeration gains needs a new type of event: an older reader would set the event aside. */
    @Test
    void aNewValueOfAnEnumerationIsNoAdditionalMember() {
        NextVersion.Event failed = next.events(Publisher.PROVISIONER).stream()
                .filter(event -> event.headers().get("ce_type").equals("io.integrationshub.ProvisioningFailed.v1"))
                .findFirst()
                .orElseThrow();
        byte[] value = text(failed).replace("\"CONFLICT\"", "\"WEATHER\"").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CloudEvents.read(failed.headers(), value)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void theIntegrationBesideIsAnotherOne() {
        UUID one = UUID.randomUUID();

        assertThat(NextVersion.beside(one)).isNotEqualTo(one);
    }

    private static String text(NextVersion.Event event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }
}
