package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connect and Plan, with the other services' part played by {@link Neighbours}, which refuses secrets that are not sealed. */
@QuarkusTest
class ConnectIT extends RunningService {
    private static final String GOOD = "AKIAIOSFODNN7EXAMPLE";
    private static final String REFUSED = "AKIAWRONGDNN7EXAMPLE";
    private static final String UNANSWERED = "AKIASILENTN7EXAMPLES";

    private final Hub admin = Hub.admin();

    @Test
    void aSecretTypedForAFailedConnectIsKeptForTheNextOneAndForThePage() {
        String draft = admin.begin().path("id").asText();
        ask(draft, "connection-checks/aws", aws(REFUSED, Hub.AWS_SECRET))
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("ok", equalTo(false), "failure.errorClass", equalTo("CREDENTIALS"))
                .body(not(containsString(Hub.AWS_SECRET)));
        ask(draft, "connection-checks/aws", aws(GOOD, "")).statusCode(200).body("ok", equalTo(true));
        ask(draft, "connection-checks/commerce", commerce("client-id", Hub.CLIENT_SECRET))
                .statusCode(200)
                .body("ok", equalTo(true));

        admin.put(draft, "configuration", Hub.configuration("", "", "acme-shop"))
                .statusCode(200);

        admin.request()
                .get("/api/drafts/" + draft)
                .then()
                .body("pages.configuration.aws.secretAccessKey.set", equalTo(true));
    }

    @Test
    void whenTheOtherServiceIsSilentItIsSaidAndWhatWasTypedIsKept() {
        String draft = admin.begin().path("id").asText();

        ask(draft, "connection-checks/aws", aws(UNANSWERED, Hub.AWS_SECRET))
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("SERVICE_SILENT"), "service", equalTo("provisioner-service"));

        ask(draft, "connection-checks/aws", aws(GOOD, "")).statusCode(200).body("ok", equalTo(true));
    }

    @Test
    void whatIsTypedWrongIsNotSentAtAll() {
        String draft = admin.begin().path("id").asText();

        ask(draft, "connection-checks/aws", aws("ASIAIOSFODNN7EXAMPLE", ""))
                .statusCode(422)
                .body("errors.pointer", hasItems("/accessKeyId", "/secretAccessKey"));
        ask(draft, "connection-checks/commerce", commerce("", ""))
                .statusCode(422)
                .body("errors.pointer", hasItems("/clientId", "/clientSecret"));
        ask(draft, "domain-checks", Map.of("domainPrefix", "my-aws-shop", "region", "eu-west-1"))
                .statusCode(422)
                .body("errors[0].code", equalTo("RESERVED_WORD"));
    }

    @Test
    void aDomainIsLookedUpOnceThereAreKeys() {
        String draft = admin.begin().path("id").asText();
        Map<String, Object> prefix = Map.of("domainPrefix", "acme-shop", "region", "eu-west-1");
        ask(draft, "domain-checks", prefix)
                .statusCode(200)
                .body("signInHost", equalTo("acme-shop.auth.eu-west-1.amazoncognito.com"))
                .body("status", equalTo("UNKNOWN"));
        ask(draft, "connection-checks/aws", aws(GOOD, Hub.AWS_SECRET)).statusCode(200);

        ask(draft, "domain-checks", prefix).statusCode(200).body("status", equalTo("FREE"));
    }

    @Test
    void aDraftIsFinishedAsItWasPlannedOrNotAtAll() {
        String draft = admin.completeDraft();
        JsonNode plan = Hub.json(ask(draft, "plan", Map.of())
                .statusCode(200)
                .body("applyable", equalTo(true))
                .body("aws.resource_changes[0].address", equalTo("cognito.UserPool")));

        ask(draft, "finish", Map.of("planVersion", "another")).statusCode(409).body("code", equalTo("PLAN_CHANGED"));

        Map<String, Object> agreed =
                Map.of("planVersion", plan.path("planVersion").asText());
        String first = finish(draft, agreed);
        assertThat(finish(draft, agreed)).isEqualTo(first);
    }

    @Test
    void anIncompleteDraftHasNoPlanAndAViewerAsksNothing() {
        String draft = admin.begin().path("id").asText();

        ask(draft, "plan", Map.of()).statusCode(409).body("code", equalTo("DRAFT_INCOMPLETE"));

        Hub viewer = Hub.as(admin.store(), "viewer", "operator");
        Hub other = Hub.admin();
        for (String question : new String[] {
            "plan", "domain-checks", "template-checks", "connection-checks/aws", "connection-checks/commerce"
        }) {
            String path = "/api/drafts/" + draft + "/" + question;
            viewer.request().body("{}").post(path).then().statusCode(403);
        }
        other.request().post("/api/drafts/" + draft + "/plan").then().statusCode(404);
    }

    private String finish(String draft, Map<String, Object> body) {
        return admin.request()
                .header("Idempotency-Key", "key-" + draft)
                .body(body)
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    private io.restassured.response.ValidatableResponse ask(String draft, String question, Map<String, Object> body) {
        return admin.request()
                .body(body)
                .post("/api/drafts/" + draft + "/" + question)
                .then();
    }

    private static Map<String, Object> aws(String accessKeyId, String secret) {
        return Map.of("accessKeyId", accessKeyId, "secretAccessKey", secret, "region", "eu-west-1");
    }

    private static Map<String, Object> commerce(String clientId, String secret) {
        return Map.of(
                "clientId",
                clientId,
                "clientSecret",
                secret,
                "tokenUrl",
                "euwest.api.elasticpath.com/oauth/access_token");
    }
}
