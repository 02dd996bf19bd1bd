package io.integrationshub.sso;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.local.test.NextVersion;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.Wirings;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.EventLog;
import io.integrationshub.sso.fixtures.Shop;
import io.integrationshub.sso.fixtures.Tables;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class EventsIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Inject
    Wirings wirings;

    @Inject
    DataSource database;

    private final EventLog events = new EventLog();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
    }

    @AfterEach
    void noFaults() {
        CommerceControl.noFaults();
    }

    @Test
    void theSameEventTwiceIsOneExecution() {
        Execution execution = shop.nextExecution();
        PoolReady ready = shop.poolReady(execution);

        shop.send(Publisher.PROVISIONER, ready);
        shop.send(Publisher.PROVISIONER, ready);
        shop.outcome(execution);
        afterEverythingSent();

        assertThat(shop.published()).filteredOn(RealmsWired.class::isInstance).hasSize(1);
    }

    @Test
    void anOlderExecutionChangesNothing() {
        Execution older = shop.nextExecution();
        shop.profileName = "Older";
        PoolReady late = shop.poolReady(older);
        shop.profileName = "Newer";
        shop.wired();
        int before = shop.writes();

        shop.send(Publisher.PROVISIONER, late);
        afterEverythingSent();

        assertThat(shop.ended(older)).isFalse();
        assertThat(shop.writes()).isEqualTo(before);
        assertThat(shop.buyerProfiles()).extracting(profile -> profile.name()).containsExactly("Newer");
    }

    @Test
    void anExecutionIsNotBegunWhenANewerOneWasAskedFor() {
        Execution older = shop.nextExecution();
        Execution newer = shop.nextExecution();
        shop.send(Publisher.CONFIG, new IntegrationConfigured(2, newer, shop.spec()));
        afterEverythingSent();

        shop.send(
                Publisher.PROVISIONER,
                new PoolReady(1, older, shop.spec(), shop.poolReady(older).userPool()));
        afterEverythingSent();
        assertThat(shop.writes()).isZero();

        shop.send(Publisher.PROVISIONER, shop.poolReady(newer));
        assertThat(shop.outcome(newer)).isInstanceOf(RealmsWired.class);
    }

    @Test
    void nothingHappensWhilePausedAndResumingGoesOn() {
        shop.send(Publisher.CONFIG, new IntegrationPaused(1, "tester", null));
        afterEverythingSent();
        Execution execution = shop.poolReady();
        await().until(() -> wirings.find(shop.integration).isPresent());
        afterEverythingSent();
        assertThat(shop.published()).isEmpty();
        assertThat(shop.writes()).isZero();

        shop.send(Publisher.CONFIG, new IntegrationResumed(2, "tester", null));

        assertThat(shop.outcome(execution)).isInstanceOf(RealmsWired.class);
    }

    @Test
    void aPauseStopsBetweenTwoStepsAndALatePauseUndoesNoResumption() {
        CommerceControl.fault("slow", "GET", shop.profilesPath(shop.buyerRealm), 1, 2_000);
        Execution execution = shop.poolReady();
        await().until(() -> !CommerceControl.faultsPending());
        shop.send(Publisher.CONFIG, new IntegrationPaused(1, "tester", null));
        await().until(() -> shop.buyerProfiles().size() == 1);
        afterEverythingSent();
        assertThat(shop.redirectUris()).isEmpty();
        assertThat(shop.ended(execution)).isFalse();

        shop.send(Publisher.CONFIG, new IntegrationResumed(3, "tester", null));
        shop.send(Publisher.CONFIG, new IntegrationPaused(2, "tester", null));

        assertThat(shop.outcome(execution)).isInstanceOf(RealmsWired.class);
        assertThat(shop.buyerProfiles()).hasSize(1);
    }

    @Test
    void aPausedIntegrationIsUnwiredAllTheSameWhenItIsDeleted() {
        shop.wired();
        shop.send(Publisher.CONFIG, new IntegrationPaused(1, "tester", null));
        afterEverythingSent();

        assertThat(shop.delete()).isInstanceOf(RealmsUnwired.class);

        assertThat(shop.buyerProfiles()).isEmpty();
        assertThat(shop.redirectUris()).isEmpty();
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndTheNextOneIsTaken() {
        Envelope good = Envelope.of(
                Publisher.PROVISIONER,
                Instant.now(),
                shop.id,
                shop.integration,
                null,
                shop.poolReady(shop.nextExecution()));
        Map<String, String> headers = CloudEvents.headers(good);
        String key = shop.integration.toString();
        String topic = Publisher.PROVISIONER.topic();

        events.send(topic, key, headers, "no json".getBytes(StandardCharsets.UTF_8));
        events.send(topic, key, headers, "{\"generation\":1}".getBytes(StandardCharsets.UTF_8));
        events.send(topic, key, headers, null);
        events.send(topic, key, Map.of("ce_specversion", "1.0"), CloudEvents.value(good));
        shop.wired();

        await().until(() -> deadLetters(key).size() == 4);
    }

    @Test
    void anEventOfAnotherStoreForTheSameIntegrationIsRefused() {
        shop.wired();
        int before = shop.writes();
        Execution forged = shop.nextExecution();

        events.send(Publisher.PROVISIONER, "another-store", shop.integration, shop.poolReady(forged));
        await().until(() -> deadLetters(shop.integration.toString()).size() == 1);

        assertThat(shop.ended(forged)).isFalse();
        assertThat(shop.writes()).isEqualTo(before);
    }

    @Test
    void whatTheNextVersionPublishesIsTakenOrLeftAlone() {
        NextVersion next = new NextVersion(shop.id, NextVersion.beside(shop.integration));
        List<String> sent = next.publish(Publisher.CONFIG, Publisher.PROVISIONER);

        shop.wired();
        afterEverythingSent();

        assertThat(NextVersion.takenIn(database, sent)).isEqualTo(sent.size());
        assertThat(next.deadLetters()).isEmpty();
    }

    /** Everything that was sent before has been taken in, and what it asked for is done. */
    private void afterEverythingSent() {
        StepSkipped marker = new StepSkipped(UUID.randomUUID(), new Step("Marker", 1, 1), "marker");
        Envelope lastPool = events.send(Publisher.PROVISIONER, shop.id, shop.integration, marker);
        Envelope lastConfig = events.send(Publisher.CONFIG, shop.id, shop.integration, marker);
        await().until(() -> takenIn(lastPool) && takenIn(lastConfig) && idle());
    }

    private boolean takenIn(Envelope event) {
        return Tables.number(database, "select count(*) from intake where event_id = '" + event.id() + "'") == 1;
    }

    private boolean idle() {
        return Tables.number(
                        database,
                        "select count(*) from scheduled_tasks where task_name = 'wire' and task_instance = '"
                                + shop.integration + "'")
                == 0;
    }

    private static List<TopicAudit.Entry> deadLetters(String key) {
        return EventLog.all().stream()
                .filter(entry -> entry.topic().endsWith(".dlq"))
                .filter(entry -> key.equals(entry.key()))
                .toList();
    }
}
