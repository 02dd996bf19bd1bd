package io.integrationshub.log.web;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.Browser;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class PagesIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);

    @TestHTTPResource("/")
    URI base;

    private String failed;

    @BeforeEach
    void aFailedAndASuccessfulExecution() {
        story.requested(1, Trigger.CONFIGURED)
                .log(PROVISIONER, "List User Pool", 30, 1, 1, "<script>alert('x')</script>")
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        failed = "/executions/" + story.execution().id();
        Hub.publish(story.requested(2, Trigger.RECONFIGURED).straightThrough().events());
        Hub.awaitStatus(story, "SUCCEEDED");
    }

    @Test
    void whoeverSignsInSeesTheExecutionsOfTheirStore() {
        HttpResponse<String> page =
                Browser.signedIn(base, "vera", store, "viewer").get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("vera", store, "Successful", "Failed", "reconfigured", Story.DENIED.message(), failed);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<style", "onclick", "style=");
    }

    @Test
    void filtersAreInTheAddress() {
        Browser browser = Browser.signedIn(base, "vera", store, "viewer");

        assertThat(browser.get("/?status=FAILED&trigger=").body())
                .contains(failed)
                .doesNotContain("/executions/" + story.execution().id());
        assertThat(browser.get("/?trigger=auto-retry").body()).contains("No executions match these filters");
        assertThat(browser.get("/?limit=1").body()).contains("Older executions");
        assertThat(browser.get("/?status=BROKEN").statusCode()).isEqualTo(400);
    }

    @Test
    void anExecutionShowsLogsAndStepOutputsAsText() {
        Browser browser = Browser.signedIn(base, "vera", store, "viewer");

        assertThat(browser.get(failed).body())
                .contains("Starting Instance &#39;EPCC&#39;", "List User Pool", "UnrecognizedClientException")
                .contains(Story.TRACE)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(browser.get(failed + "/steps").body())
                .contains("Integration Trigger", "****MPLE")
                .doesNotContain(Story.SEALED.ciphertext(), Story.ACCESS_KEY);
    }

    @Test
    void aRefusalIsAPageWithAWayOn() {
        Browser viewer = Browser.signedIn(base, "vera", store, "viewer");

        assertThat(viewer.get("/?since=yesterday")).satisfies(wrong -> {
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("<html", "This could not be read", "since", "href=\"/\"");
        });
        assertThat(viewer.get("/executions/nothing/here").body()).contains("<html", "Page not found");
        assertThat(viewer.get("/alerts").body()).contains("<html", "You may not do this", "Ask an admin");
        assertThat(Browser.signedIn(base, "nora", "", "viewer").get("/").body())
                .contains("<html", "You may not do this", "You belong to no store");
        assertThat(viewer.post("/views", Map.of("name", "Mine"), "cross-site").body())
                .contains("<html", "This form was sent from another site");
    }

    @Test
    void anOperatorRetriesAndAViewerMayNot() {
        Story own = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        Hub.publish(own.events());
        Hub.awaitStatus(own, "FAILED");
        failed = "/executions/" + own.execution().id();
        Browser viewer = Browser.signedIn(base, "vera", store, "viewer");
        Browser operator = Browser.signedIn(base, "otto", store, "operator");
        assertThat(viewer.get(failed + "/retry").body()).contains("Your role may look but not retry");
        assertThat(viewer.post(failed + "/retry", Map.of()).statusCode()).isEqualTo(403);
        assertThat(operator.post(failed + "/retry", Map.of(), "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(operator.get(failed + "/retry").body()).contains("<form method=\"post\"");

        HttpResponse<String> pressed = operator.post(failed + "/retry", Map.of("reason", "keys corrected"));

        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(pressed.body()).contains("Retry requested");
        assertThat(operator.post(failed + "/retry", Map.of())).satisfies(again -> {
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("This execution was retried before");
        });
        Hub.eventually()
                .untilAsserted(() -> assertThat(Hub.topics())
                        .anySatisfy(entry -> assertThat(entry.text())
                                .contains("\"actor\":\"otto\"", "\"reason\":\"keys corrected\"")));
    }

    @Test
    void whatIsReplacedByANewerOneAtWorkIsNotRetried() {
        Story own = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        String first = own.execution().id().toString();
        own.requested(2, Trigger.RECONFIGURED).started(PROVISIONER, "List User Pool", 30, 1);
        Hub.publish(own.events());
        Hub.awaitStatus(own, "RUNNING");
        Browser operator = Browser.signedIn(base, "otto", store, "operator");

        assertThat(operator.get("/executions/" + first + "/retry").body())
                .contains(
                        "A newer execution of this integration is there",
                        own.execution().id().toString())
                .doesNotContain("name=\"planVersion\"");
    }

    @Test
    void aStalePlanIsRefusedAndShownAnew() {
        Story own = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        Hub.publish(own.events());
        Hub.awaitStatus(own, "FAILED");
        Browser operator = Browser.signedIn(base, "otto", store, "operator");

        HttpResponse<String> refused =
                operator.post("/executions/" + own.execution().id() + "/retry", Map.of("planVersion", "stale"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Something happened since you looked", "What a retry does");
    }

    @Test
    void filesAreHandedOutToTheStoreAlone() {
        Browser viewer = Browser.signedIn(base, "vera", store, "viewer");

        assertThat(viewer.get(failed + "/log.txt").body()).contains("ERROR [List User Pool] " + Story.DENIED.message());
        assertThat(viewer.get(failed + "/output?step=Integration%20Trigger&attempt=1")
                        .body())
                .contains("****MPLE")
                .doesNotContain(Story.SEALED.ciphertext());
        assertThat(viewer.get(failed + "/output?step=Nothing&attempt=1").statusCode())
                .isEqualTo(404);
        assertThat(viewer.get(failed + "/payload").body()).contains("This is the first execution of the integration");
        assertThat(viewer.get("/executions/" + story.execution().id() + "/payload")
                        .body())
                .contains("Compared with the execution before", "reconfigured");
        assertThat(viewer.get("/audit").statusCode()).isEqualTo(403);
        Browser other = Browser.signedIn(base, "olga", "other-store", "admin");
        for (String file : new String[] {"/log.txt", "/output", "/payload", "/live"}) {
            assertThat(other.get(failed + file).statusCode()).as(file).isEqualTo(404);
        }
    }

    @Test
    void viewsAreKeptForOnePersonOnly() {
        Browser vera = Browser.signedIn(base, "vera", store, "viewer");
        assertThat(vera.post("/views", Map.of("name", "What fails", "query", "status=FAILED&columns=code"))
                        .body())
                .contains("What fails");

        assertThat(vera.get("/").body()).contains("/?status=FAILED&amp;columns=code");
        assertThat(Browser.signedIn(base, "otto", store, "viewer").get("/").body())
                .doesNotContain("What fails");
        assertThat(vera.post("/views", Map.of("name", "Broken", "query", "status=BROKEN"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(vera.post("/views", Map.of("name", " ", "query", "")).statusCode())
                .isEqualTo(400);
        assertThat(vera.post("/views/delete", Map.of("name", "What fails")).body())
                .doesNotContain("What fails");
    }

    @Test
    void anotherStoreFindsNothingAndAStrangerMayNotLook() {
        Browser other = Browser.signedIn(base, "olga", "other-store", "admin");

        for (String path : new String[] {failed, failed + "/steps", failed + "/retry"}) {
            assertThat(other.get(path).statusCode()).isEqualTo(404);
            assertThat(other.get(path).body()).contains("Execution not found");
        }
        assertThat(other.post(failed + "/retry", Map.of()).statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(base, "sam", store, "stranger").get("/").statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesSendToTheSignInAndTheApiDoesNot() {
        RestAssured.given().redirects().follow(false).get("/").then().statusCode(302);
        RestAssured.given().redirects().follow(false).get(failed).then().statusCode(302);
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/api/executions")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("X-Requested-With", "JavaScript")
                .get("/")
                .then()
                .statusCode(499);
    }

    @Test
    void aSessionOfThePagesIsNoKeyToTheApi() {
        Browser browser = Browser.signedIn(base, "vera", store, "viewer");

        assertThat(browser.get("/api/executions").statusCode()).isEqualTo(401);
        assertThat(browser.get("/assets/live.js").statusCode()).isEqualTo(200);
    }
}
