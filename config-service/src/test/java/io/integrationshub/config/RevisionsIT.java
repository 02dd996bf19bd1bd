package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Revisions: what changed, back to an earlier one, on to a newer definition, and who did all that. */
@QuarkusTest
class RevisionsIT extends RunningService {
    @Inject
    DataSource database;

    private final Hub admin = Hub.admin();

    @Test
    void aRevisionTellsWhatItChangedAndOfASecretOnlyThatItDid() {
        String path = "/api/integrations/" + changed();

        admin.request()
                .get(path + "/revisions/2/diff")
                .then()
                .statusCode(200)
                .body("before", equalTo(1), "after", equalTo(2), "changes", hasSize(3))
                .body("changes[0].pointer", equalTo("/configuration/clientSecret"))
                .body("changes[0].secret", equalTo(true), "changes[0].after", nullValue())
                .body("changes[1].pointer", equalTo("/configuration/userPool/domainPrefix"))
                .body("changes[1].before", equalTo("acme-shop"), "changes[1].after", equalTo("acme-store"))
                .body("changes[2].pointer", equalTo("/merchant/prefix"))
                .body(not(containsString("ciphertext")));
        admin.request().get(path + "/revisions/1/diff").then().statusCode(404);
        admin.request().get(path + "/revisions/9").then().statusCode(404);
        admin.request()
                .get(path + "/revisions/1/diff?against=2")
                .then()
                .statusCode(200)
                .body("changes[1].after", equalTo("acme-shop"));
        admin.request().get(path + "/revisions/1").then().statusCode(200).body("generation", equalTo(1));
        Hub.admin().request().get(path + "/revisions/2/diff").then().statusCode(404);
    }

    @Test
    void anEarlierRevisionComesBackAsADraftWithTheKeysOfTheLatest() {
        String integration = changed();
        JsonNode draft = Hub.json(admin.request()
                .header("Idempotency-Key", "restore-1")
                .body("{}")
                .post("/api/integrations/" + integration + "/revisions/1/restore")
                .then()
                .statusCode(201)
                .body("purpose", equalTo("RESTORE"), "restores", equalTo(1), "baseGeneration", equalTo(2))
                .body("pages.configuration.userPool.domainPrefix", equalTo("acme-shop")));

        admin.finish(draft.path("id").asText()).statusCode(202).body("generation", equalTo(3));

        JsonNode event = Hub.json(
                Hub.records("hub.integration.events.v1", integration, 3).get(2).text());
        JsonNode second = Hub.json(
                Hub.records("hub.integration.events.v1", integration, 3).get(1).text());
        assertThat(event.at("/execution/trigger").asText()).isEqualTo("restored");
        assertThat(event.at("/spec/userPool/domainPrefix").asText()).isEqualTo("acme-shop");
        assertThat(event.at("/spec/commerce/clientSecret")).isEqualTo(second.at("/spec/commerce/clientSecret"));
        admin.request()
                .post("/api/integrations/" + integration + "/revisions/77/restore")
                .then()
                .statusCode(404);
    }

    @Test
    void aNewerDefinitionIsOfferedAndTakenOnlyWhenSomebodyFinishesIt() throws SQLException {
        String integration = admin.configured().path("integrationId").asText();
        String path = "/api/integrations/" + integration;
        admin.request().post(path + "/update").then().statusCode(409).body("code", equalTo("UP_TO_DATE"));
        madeWithTheDefinitionBefore(integration);
        shown(path)
                .body("definitionVersion", equalTo("0"))
                .body("conditions.find { it.type == 'UpdateAvailable' }.status", equalTo("True"));

        String draft = admin.request()
                .post(path + "/update")
                .then()
                .statusCode(201)
                .body("purpose", equalTo("UPDATE"), "definitionVersion", equalTo("1"))
                .extract()
                .path("id");
        shown(path).body("definitionVersion", equalTo("0"));
        admin.finish(draft).statusCode(202).body("unchanged", equalTo(false));

        shown(path)
                .body("definitionVersion", equalTo("1"), "lastExecution.trigger", equalTo("updated"))
                .body("conditions.find { it.type == 'UpdateAvailable' }.status", equalTo("False"));
    }

    @Test
    void everyChangeIsToldWithWhoWhenWhatAndWhy() {
        String integration = changed();
        String path = "/api/integrations/" + integration + "/audit";
        admin.request()
                .body("{\"reason\":\"holidays\"}")
                .post("/api/integrations/" + integration + "/pause")
                .then()
                .statusCode(200);

        JsonNode first = Hub.json(admin.request()
                .queryParam("limit", 2)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.action", contains("PAUSED", "RECONFIGURED"))
                .body("items[0].reason", equalTo("holidays"), "items[0].actor", equalTo("tester")));
        admin.request()
                .queryParam("cursor", first.path("next").asText())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.action", hasItems("PAGE_SAVED", "DRAFT_BEGUN", "CONFIGURED"));
        Hub.as(admin.store(), "auditor").request().get(path).then().statusCode(200);
        Hub.admin().request().get(path).then().statusCode(404);
    }

    @Test
    void theCatalogHoldsSingleSignOnWithItsVersionsAndTrigger() {
        admin.request()
                .get("/api/catalog")
                .then()
                .statusCode(200)
                .body("categories[0].name", equalTo("SSO"))
                .body("categories[0].integrations[0].id", equalTo("amazon-cognito"));
        admin.request()
                .get("/api/catalog/amazon-cognito")
                .then()
                .statusCode(200)
                .body("trigger.step", equalTo("Integration Trigger"))
                .body("trigger.startedBy.trigger", hasItem("drift-heal"))
                .body("versions[0].version", equalTo("1"), "versions[0].pages.title", hasItem("Buyer Organization"));
        admin.request().get("/api/catalog/okta").then().statusCode(404);
    }

    @Test
    void draftsAreListedWithoutTheirPages() {
        for (int i = 0; i < 3; i++) {
            admin.begin();
        }

        JsonNode part = Hub.json(admin.request()
                .queryParam("limit", 2)
                .get("/api/drafts")
                .then()
                .statusCode(200)
                .body("items", hasSize(2), "items[0].purpose", equalTo("CONFIGURE"))
                .body("items[0].pages", nullValue()));
        admin.request()
                .queryParam("cursor", part.path("next").asText())
                .get("/api/drafts")
                .then()
                .body("items", hasSize(1), "next", nullValue());
        admin.request().get("/api/drafts?cursor=x").then().statusCode(400);
    }

    @Test
    void whoWasNotTheFirstIsToldSo() {
        String path =
                "/api/integrations/" + admin.configured().path("integrationId").asText();
        String tag = shown(path).extract().header("ETag");
        admin.request().header("If-Match", tag).post(path + "/pause").then().statusCode(200);

        for (String change : new String[] {"/pause", "/resume", "/heal"}) {
            admin.request()
                    .header("If-Match", tag)
                    .post(path + change)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("VERSION_MISMATCH"));
        }
        admin.request()
                .header("If-Match", tag)
                .body(Map.of("confirmation", "EPCC", "policy", "RETAIN"))
                .post(path + "/delete")
                .then()
                .statusCode(412);
        admin.request()
                .header("If-Match", shown(path).extract().header("ETag"))
                .post(path + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENABLED"));
    }

    /** An integration with a second revision: another domain, another client secret, another prefix. */
    private String changed() {
        String integration = admin.configured().path("integrationId").asText();
        String draft = admin.request()
                .post("/api/integrations/" + integration + "/reconfigure")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin.put(draft, "configuration", Hub.configuration("another-Secret-0123456789", "", "acme-store"))
                .statusCode(200);
        admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "acme2"))
                .statusCode(200);
        admin.finish(draft).statusCode(202);
        return integration;
    }

    private ValidatableResponse shown(String path) {
        return admin.request().get(path).then().statusCode(200);
    }

    private void madeWithTheDefinitionBefore(String integration) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update revision set pages = jsonb_set(pages, '{definition}', '\"0\"') where integration_id = ?")) {
            update.setObject(1, UUID.fromString(integration));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
