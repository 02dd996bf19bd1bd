package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Integration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreIT extends RunningService {
    @Inject
    SessionFactory sessions;

    @Inject
    Integrations integrations;

    @Inject
    Drafts drafts;

    private final Hub admin = Hub.admin();

    @Test
    void theEntitiesFitTheTablesThatTheScriptsMade() {
        assertThatCode(() -> sessions.getSchemaManager().validate()).doesNotThrowAnyException();
    }

    @Test
    void aPageOfIntegrationsIsReadWithOneStatementHoweverManyThereAre() {
        for (int i = 0; i < 4; i++) {
            admin.configured();
        }
        Statistics counted = counting();

        admin.request().get("/api/integrations").then().statusCode(200).body("items", hasSize(4));

        assertThat(counted.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void aPageOfRevisionsIsReadWithTwoStatementsHoweverManyThereAre() {
        String integration = admin.configured().path("integrationId").asText();
        reconfigure(integration, "acme2");
        reconfigure(integration, "acme3");
        Statistics counted = counting();

        admin.request()
                .get("/api/integrations/" + integration + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(3), "items[0].generation", equalTo(3));

        assertThat(counted.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void savingAPageLocksTheDraftAndWritesItOnce() {
        String draft = admin.begin().path("id").asText();
        Statistics counted = counting();

        admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "acme"))
                .statusCode(200);

        // The draft is read with its lock and updated, the audit trail gets a row: nothing is read twice.
        assertThat(counted.getPrepareStatementCount()).isEqualTo(3);
        assertThat(counted.getEntityUpdateCount()).isEqualTo(1);
    }

    @Test
    void aLockedIntegrationIsReadAnewWhateverTheTransactionReadBefore() {
        UUID integration =
                UUID.fromString(admin.configured().path("integrationId").asText());

        Integration locked = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(integrations.find(admin.store(), integration)).isPresent();
            pauseElsewhere(integration);
            return integrations.lock(admin.store(), integration).orElseThrow();
        });

        assertThat(locked.paused()).isNotNull();
        assertThat(locked.changes()).isEqualTo(1);
    }

    @Test
    void aLockedDraftIsReadAnewWhateverTheTransactionReadBefore() {
        UUID draft = UUID.fromString(admin.begin().path("id").asText());

        Draft locked = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(drafts.find(admin.store(), draft)).isPresent();
            admin.put(draft.toString(), "merchant-organization", Map.of("enabled", true, "prefix", "acme"))
                    .statusCode(200);
            return drafts.lock(admin.store(), draft).orElseThrow();
        });

        assertThat(locked.version()).isEqualTo(2);
        assertThat(locked.pages().merchant().prefix()).isEqualTo("acme");
    }

    private void pauseElsewhere(UUID integration) {
        admin.request()
                .post("/api/integrations/" + integration + "/pause")
                .then()
                .statusCode(200);
    }

    private void reconfigure(String integration, String prefix) {
        JsonNode draft = Hub.json(admin.request()
                .body("{}")
                .post("/api/integrations/" + integration + "/reconfigure")
                .then()
                .statusCode(201));
        String id = draft.path("id").asText();
        admin.put(id, "merchant-organization", Map.of("enabled", true, "prefix", prefix))
                .statusCode(200);
        admin.finish(id).statusCode(202);
    }

    private Statistics counting() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        return statistics;
    }
}
