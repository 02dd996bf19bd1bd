package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class AuditIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);

    @Test
    void whatPeopleDoIsNotedAndWhatIsRefusedIsNot() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool")
                .events());
        Hub.awaitStatus(story, "FAILED");
        String execution = story.execution().id().toString();
        String issue = Hub.get(store, "/api/issues").path("items[0].id");

        operator("{}").post("/api/issues/{id}/mute", issue).then().statusCode(200);
        operator("{\"reason\": \"keys corrected\"}")
                .post("/api/executions/{id}/retry", execution)
                .then()
                .statusCode(202);
        operator("{}").post("/api/executions/{id}/retry", execution).then().statusCode(409);
        Hub.get(store, "/api/executions/{id}/evidence", execution).then().statusCode(200);

        Hub.as(store, "auditor")
                .get("/api/audit")
                .then()
                .statusCode(200)
                .body("items.action", contains("EVIDENCE_EXPORTED", "RETRY_REQUESTED", "ISSUE_MUTED"))
                .body("items.subject", contains(execution, execution, issue))
                .body("items[1].detail", is("keys corrected"))
                .body("next", nullValue());
        Hub.as(store, "admin").get("/api/audit?action=ISSUE_MUTED").then().body("items", hasSize(1));
        String next = Hub.as(store, "auditor").get("/api/audit?limit=2").path("next");
        Hub.as(store, "auditor")
                .get("/api/audit?limit=2&cursor=" + next)
                .then()
                .body("items.action", contains("ISSUE_MUTED"));
        Hub.as("other-" + store, "auditor").get("/api/audit").then().body("items", hasSize(0));
        Hub.as(store, "viewer").get("/api/audit").then().statusCode(403);
        Hub.as(store, "auditor").get("/api/audit?action=NONE").then().statusCode(400);
    }

    @Test
    void whoeverMakesChangesTestsOrRemovesAnAlertRuleIsNotedWithoutItsAddress() {
        String address = "/" + UUID.randomUUID();
        String rule = AlertsIT.rule(store, address, "\"trigger\":\"EXECUTION_FAILED\"");
        AlertsIT.change(store, rule, address, "Told again").then().statusCode(200);
        AlertsIT.change(store, rule, address + "#refused", "Told wrong").then().statusCode(422);
        AlertsIT.change("other-" + store, rule, address, "Taken").then().statusCode(404);
        admin().post("/api/alert-rules/{id}/test", rule).then().statusCode(202);
        admin().delete("/api/alert-rules/{id}", rule).then().statusCode(204);
        admin().delete("/api/alert-rules/{id}", rule).then().statusCode(404);
        admin().post("/api/alert-rules/{id}/test", rule).then().statusCode(404);

        Hub.as(store, "auditor")
                .get("/api/audit")
                .then()
                .body(
                        "items.action",
                        contains("ALERT_RULE_REMOVED", "ALERT_RULE_TESTED", "ALERT_RULE_CHANGED", "ALERT_RULE_MADE"))
                .body("items.subject", everyItem(is(rule)))
                .body("items.detail", contains("Told again", "Told again", "Told again", "Told"))
                .body(not(containsString(address)));
        Hub.as("other-" + store, "auditor").get("/api/audit").then().body("items", hasSize(0));
    }

    private RequestSpecification admin() {
        return Hub.as(store, "admin").contentType("application/json");
    }

    private RequestSpecification operator(String body) {
        return Hub.as(store, "operator").contentType("application/json").body(body);
    }
}
