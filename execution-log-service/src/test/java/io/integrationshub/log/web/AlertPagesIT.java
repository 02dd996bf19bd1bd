package io.integrationshub.log.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.Browser;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The alerts of a store as its admin sees them, without a script. */
@QuarkusTest
@HubService
class AlertPagesIT {
    private final String store = "store-" + UUID.randomUUID();
    private final String secret = "/" + UUID.randomUUID();

    @TestHTTPResource("/")
    URI base;

    @Test
    void aRuleIsMadeAndItsAddressIsNotShownAgain() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        assertThat(anna.get("/alerts").body())
                .contains("No alerts yet. An alert tells you when", "<a href=\"/alerts\" aria-current=\"page\"");

        HttpResponse<String> made = anna.post("/alerts/new", fields(Map.of("name", "<b>Night</b> shift")));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body())
                .contains("&lt;b&gt;Night&lt;/b&gt; shift", "An execution failed", "http://localhost/…")
                .contains("Once in 60 minutes at most", "by anna", "None yet");
        for (String page : new String[] {"/alerts", path(), path() + "/remove"}) {
            HttpResponse<String> shown = anna.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body())
                    .as(page)
                    .contains("http://localhost/…")
                    .doesNotContain(secret, "<b>Night", "<style", "onclick", "style=");
        }
        rule().body("items[0].target", endsWith(secret))
                .body("items[0].threshold", nullValue())
                .body("items[0].enabled", equalTo(true));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");

        HttpResponse<String> refused = anna.post(
                "/alerts/new",
                Map.of(
                        "name", "Slow ones",
                        "trigger", "EXECUTION_DURATION",
                        "milliseconds", "ages",
                        "channel", "EMAIL",
                        "target", "nobody",
                        "quietMinutes", "often"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Slow ones\"", "value=\"ages\" ", "value=\"nobody\"", "value=\"often\"")
                .contains("value=\"EXECUTION_DURATION\" selected", "value=\"EMAIL\" selected")
                .contains("id=\"milliseconds-objection\">Give the duration in milliseconds")
                .contains("id=\"target-objection\">Give one e-mail address")
                .contains("id=\"quietMinutes-objection\">Give whole minutes")
                .contains("id=\"name-objection\"></p>");
        assertThat(anna.get("/alerts").body()).contains("No alerts yet");
    }

    @Test
    void anEmptyAddressKeepsTheOneThatIsKeptAndAnotherChannelNeedsOne() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        anna.post("/alerts/new", fields(Map.of("name", "Told")));
        Map<String, String> lines = fields(
                Map.of("name", "Lines", "trigger", "LOG_LEVEL", "severity", "WARN", "target", "", "milliseconds", "5"));

        assertThat(anna.post(path(), lines).body()).contains("A line of the log is warn or more severe");
        rule().body("items[0].target", endsWith(secret)).body("items[0].threshold", equalTo("WARN"));
        assertThat(anna.get(path()).body())
                .contains("value=\"WARN\" selected", "Leave it empty to keep the present one, at http://localhost/…");

        lines.put("channel", "EMAIL");
        assertThat(anna.post(path(), lines)).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Give one e-mail address").doesNotContain(secret);
        });
    }

    @Test
    void aRuleIsTurnedOffTriedAndRemovedOnceThatIsSaidTwice() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        anna.post("/alerts/new", fields(Map.of("name", "Told")));
        String path = path();

        assertThat(anna.post(path + "/turn", Map.of("on", "false")).body()).contains("Turn on: Told");
        rule().body("items[0].enabled", equalTo(false));
        assertThat(anna.post(path + "/turn", Map.of("on", "true")).body()).contains("Turn off: Told");
        assertThat(anna.post(path + "/test", Map.of()).body()).contains("A test by anna.");
        Hub.eventually().untilAsserted(() -> {
            assertThat(anna.get(path).body()).contains("<span data-announce>Sent</span>");
            assertThat(anna.get("/alerts").body()).contains("> Sent</span>");
        });

        assertThat(anna.get(path + "/remove").body()).contains("Remove Told?", "http://localhost/…");
        rule().body("items.size()", equalTo(1));
        assertThat(anna.post(path + "/remove", Map.of()).body()).contains("No alerts yet");
        for (String gone : new String[] {path, path + "/remove"}) {
            assertThat(anna.get(gone).body()).contains("Alert not found");
        }
        assertThat(anna.post(path + "/test", Map.of()).statusCode()).isEqualTo(404);
        assertThat(anna.get("/audit").body())
                .contains("Alert rule made", "Alert rule changed", "Alert rule tested", "Alert rule removed")
                .contains("<a href=\"" + path + "\">")
                .doesNotContain(secret);
    }

    @Test
    void eachRuleIsShownWithItsOwnNewestNotice() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        anna.post("/alerts/new", fields(Map.of("name", "A works")));
        String works = path();
        anna.post("/alerts/new", fields(Map.of("name", "B breaks", "target", origin() + "/broken" + secret)));
        String breaks = "/alerts/"
                + Hub.as(store, "admin").get("/api/alert-rules").path("items.find { it.name == 'B breaks' }.id");
        anna.post("/alerts/new", fields(Map.of("name", "C is new")));
        anna.post(works + "/test", Map.of());
        anna.post(breaks + "/test", Map.of());

        Hub.eventually()
                .untilAsserted(() -> assertThat(anna.get("/alerts").body())
                        .containsSubsequence(
                                "A works",
                                "> Sent</span>",
                                "B breaks",
                                "> Failed</span>",
                                "It was answered with status 503.",
                                "C is new",
                                "None yet"));
    }

    @Test
    void anIntegrationIsChosenByItsName() {
        Story story = new Story(store).requested(1, Trigger.CONFIGURED);
        Hub.publish(story.events());
        Hub.awaitStatus(story, "QUEUED");
        Browser anna = Browser.signedIn(base, "anna", store, "admin");

        assertThat(anna.get("/instances").body()).contains("/alerts/new?integration=" + story.integrationId);
        assertThat(anna.get("/alerts/new?integration=" + story.integrationId).body())
                .contains("<option value=\"" + story.integrationId + "\" selected>EPCC</option>");
        assertThat(anna.post(
                                "/alerts/new",
                                fields(Map.of("name", "Told", "integration", story.integrationId.toString())))
                        .body())
                .contains("<a href=\"/?integration=" + story.integrationId + "\">EPCC</a>");
        UUID unknown = UUID.randomUUID();
        assertThat(anna.get("/alerts/new?integration=" + unknown).body())
                .contains("<option value=\"" + unknown + "\" selected>" + unknown);
    }

    @Test
    void alertsAreForTheAdminsOfTheirStoreAndTheirOwnPages() {
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        anna.post("/alerts/new", fields(Map.of("name", "Told")));
        String path = path();
        Browser operator = Browser.signedIn(base, "otto", store, "operator");
        Browser other = Browser.signedIn(base, "olga", "other-" + store, "admin");

        for (String page : new String[] {"/alerts", "/alerts/new", path, path + "/remove"}) {
            assertThat(operator.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(operator.get("/audit").body()).contains("Alert rule made").doesNotContain("/alerts");
        assertThat(other.get("/alerts").body()).contains("No alerts yet");
        for (String deed : new String[] {path, path + "/test", path + "/turn", path + "/remove"}) {
            Map<String, String> fields = fields(Map.of("name", "Taken", "on", "false"));
            assertThat(operator.post(deed, fields).statusCode()).as(deed).isEqualTo(403);
            assertThat(other.post(deed, fields)).as(deed).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("Alert not found");
            });
            assertThat(anna.post(deed, fields, "cross-site").statusCode())
                    .as(deed)
                    .isEqualTo(403);
        }
        assertThat(anna.post("/alerts/new", fields(Map.of("name", "Taken")), "same-site")
                        .statusCode())
                .isEqualTo(403);
        rule().body("items.size()", equalTo(1))
                .body("items[0].name", equalTo("Told"))
                .body("items[0].enabled", equalTo(true));
    }

    /** A rule that the receiver is told of, but for these fields. */
    private Map<String, String> fields(Map<String, String> others) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "trigger", "EXECUTION_FAILED",
                "channel", "WEBHOOK",
                "target", origin() + secret,
                "quietMinutes", "60",
                "enabled", "true"));
        fields.putAll(others);
        return fields;
    }

    private static String origin() {
        return ConfigProvider.getConfig().getValue("hub.log.alerts.local-origins", String.class);
    }

    private ValidatableResponse rule() {
        return Hub.as(store, "admin").get("/api/alert-rules").then();
    }

    private String path() {
        return "/alerts/" + Hub.as(store, "admin").get("/api/alert-rules").path("items[0].id");
    }
}
