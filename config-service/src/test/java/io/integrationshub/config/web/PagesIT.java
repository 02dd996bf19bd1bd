package io.integrationshub.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.Hub;
import io.integrationshub.config.RunningService;
import io.integrationshub.local.test.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesIT extends RunningService {
    private final Hub hub = Hub.admin();

    @TestHTTPResource("/")
    URI base;

    @Test
    void pagesNeedNoScriptAndLetNoneIn() {
        HttpResponse<String> home = admin().get("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Catalog", "SSO", "Amazon Cognito", hub.store());
        assertThat(home.body()).doesNotContain("<style", "style=", "onclick", "<script>");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(home.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void theWizardWorksWithoutScript() {
        Browser anna = admin();
        HttpResponse<String> begun = anna.post("/catalog/amazon-cognito/configure", Map.of());
        String draft = begun.uri().getPath().replace("/trigger-details", "");
        assertThat(begun.body()).contains("Trigger details");

        HttpResponse<String> wrong = anna.post(
                draft + "/configuration",
                Map.of("commerce.clientId", "<b>me</b>", "commerce.clientSecret", Hub.CLIENT_SECRET, "go", "next"));
        assertThat(wrong.body())
                .contains("values need a correction", "&lt;b&gt;me&lt;/b&gt;", "Enter the Secret Access Key.")
                .doesNotContain(Hub.CLIENT_SECRET, "<b>me");

        HttpResponse<String> right = anna.post(draft + "/configuration", configuration());
        assertThat(right.uri().getPath()).endsWith("/buyer-organization");
        assertThat(anna.get(draft + "/configuration").body())
                .contains("Leave empty to keep it", "acme-shop")
                .doesNotContain(Hub.CLIENT_SECRET, Hub.AWS_SECRET);
        assertThat(anna.get(draft + "/plan").body()).contains("Enable the Buyer Organization", "disabled>Finish");
        anna.post(draft + "/merchant-organization", Map.of("enabled", "true", "prefix", "acme"));

        HttpResponse<String> finished = anna.post(draft + "/finish", Map.of("reason", "as asked"));

        assertThat(finished.uri().getPath()).matches("/integrations/.*/executions/.*");
        assertThat(anna.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeInAnotherWindowIsToldAndNothingIsLost() {
        Browser anna = admin();
        String draft = anna.post("/catalog/amazon-cognito/configure", Map.of())
                .uri()
                .getPath()
                .replace("/trigger-details", "");
        anna.post(draft + "/merchant-organization", Map.of("enabled", "true", "prefix", "first", "version", "1"));

        HttpResponse<String> late = anna.post(
                draft + "/merchant-organization", Map.of("enabled", "true", "prefix", "second", "version", "1"));

        assertThat(late.body()).contains("changed this draft in another window", "value=\"second\"");
        assertThat(anna.get(draft + "/merchant-organization").body()).contains("value=\"second\"");
    }

    @Test
    void whoMayOnlyLookSeesNoButtonsAndAStrangerNothing() {
        JsonNode integration = hub.configured();
        String path = "/integrations/" + integration.path("integrationId").asText();
        Browser viewer = Browser.signedIn(base, "vera", hub.store(), "viewer");
        Browser operator = Browser.signedIn(base, "otto", hub.store(), "operator");
        Browser other = Browser.signedIn(base, "olga", "other-store", "admin");

        assertThat(viewer.get(path).body())
                .contains("Your integration is enabled", "View Configuration")
                .doesNotContain("Reconfigure", "Pause Integration");
        assertThat(viewer.get(path + "/configuration").body())
                .contains("acme-shop")
                .doesNotContain(Hub.CLIENT_SECRET, Hub.AWS_SECRET);
        assertThat(viewer.post(path + "/pause", Map.of()).statusCode()).isEqualTo(403);
        assertThat(operator.get(path).body()).contains("Pause Integration").doesNotContain("Reconfigure");
        assertThat(operator.post(path + "/reconfigure", Map.of()).statusCode()).isEqualTo(403);
        assertThat(operator.post(path + "/pause", Map.of("reason", "moving")).body())
                .contains("Your integration is paused", "otto", "moving");
        assertThat(operator.post(path + "/unpause", Map.of()).body()).contains("Your integration is enabled");
        for (String each : new String[] {path, path + "/configuration", path + "/revisions/1"}) {
            assertThat(other.get(each).statusCode()).isEqualTo(404);
        }
        assertThat(other.post(path + "/reconfigure", Map.of()).statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(base, "sam", hub.store(), "stranger")
                        .get(path)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void aFormOfAStrangersPageIsRefused(String site) {
        HttpResponse<String> answer = admin().post("/catalog/amazon-cognito/configure", Map.of(), site);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalIsAPageWithAWayOn() {
        Browser viewer = Browser.signedIn(base, "vera", hub.store(), "viewer");
        String integration =
                "/integrations/" + hub.configured().path("integrationId").asText();

        HttpResponse<String> forbidden = viewer.post(integration + "/pause", Map.of());
        HttpResponse<String> nowhere = viewer.get("/integrations/nothing/here");
        HttpResponse<String> strange = admin().post(integration + "/pause", Map.of(), "cross-site");
        HttpResponse<String> again = admin().get(integration + "/pause");

        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("<html", "You may not do this", "Ask an admin", "href=\"/\"");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("<html", "Page not found");
        assertThat(strange.body()).contains("<html", "This form was sent from another site");
        assertThat(again.statusCode()).isEqualTo(405);
        assertThat(again.body()).contains("<html", "Choose it once more", "Your session had ended");
    }

    @Test
    void pagesSendToTheSignInAndASessionIsNoKeyToTheApi() {
        RestAssured.given().redirects().follow(false).get("/").then().statusCode(302);
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/integrations/x")
                .then()
                .statusCode(302);
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/api/integrations")
                .then()
                .statusCode(401);
        assertThat(admin().get("/api/integrations").statusCode()).isEqualTo(401);
    }

    private Browser admin() {
        return Browser.signedIn(base, "anna", hub.store(), "admin");
    }

    private static Map<String, String> configuration() {
        return Map.of(
                "commerce.clientId", "client-id",
                "commerce.clientSecret", Hub.CLIENT_SECRET,
                "commerce.tokenUrl", "https://euwest.api.elasticpath.com/oauth/access_token",
                "aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE",
                "aws.secretAccessKey", Hub.AWS_SECRET,
                "aws.region", "eu-west-1",
                "userPool.domainPrefix", "acme-shop",
                "userPool.oidcProfileName", "Acme");
    }
}
