package io.integrationshub.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.local.test.HubInfra;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdgeIT extends RunningService {
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource("/")
    URI address;

    private final Hub admin = Hub.admin();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/integrations",
        "GET, /api/integrations/00000000-0000-7000-8000-000000000000",
        "GET, /api/integrations/00000000-0000-7000-8000-000000000000/revisions",
        "POST, /api/integrations/00000000-0000-7000-8000-000000000000/reconfigure",
        "POST, /api/integrations/00000000-0000-7000-8000-000000000000/pause",
        "POST, /api/integrations/00000000-0000-7000-8000-000000000000/resume",
        "POST, /api/drafts",
        "GET, /api/drafts/00000000-0000-7000-8000-000000000000",
        "DELETE, /api/drafts/00000000-0000-7000-8000-000000000000",
        "POST, /api/drafts/00000000-0000-7000-8000-000000000000/finish",
        "PUT, /api/drafts/00000000-0000-7000-8000-000000000000/pages/configuration",
        "PUT, /api/drafts/00000000-0000-7000-8000-000000000000/pages/buyer-organization",
        "PUT, /api/drafts/00000000-0000-7000-8000-000000000000/pages/merchant-organization",
        "PUT, /api/drafts/00000000-0000-7000-8000-000000000000/pages/templates",
    })
    void nobodyGetsInWithoutAToken(String method, String path) {
        given().contentType("application/json")
                .body(method.equals("GET") || method.equals("DELETE") ? "" : "{}")
                .request(method, path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue())
                .contentType(PROBLEM)
                .body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdG9yZV9pZCI6ImEiLCJyb2xlcyI6WyJhZG1pbiJdfQ.")
                .contentType("application/json")
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        JsonNode started = admin.configured();
        String path = "/api/integrations/" + started.path("integrationId").asText();
        String draft = admin.begin().path("id").asText();
        RequestSpecification viewer = Hub.as(admin.store(), "viewer").request();

        for (String change : new String[] {
            "/api/drafts", path + "/reconfigure", path + "/pause", path + "/resume", "/api/drafts/" + draft + "/finish"
        }) {
            viewer.post(change).then().statusCode(403).contentType(PROBLEM).body("code", equalTo("FORBIDDEN"));
        }
        for (String page : new String[] {"configuration", "buyer-organization", "merchant-organization", "templates"}) {
            Hub.as(admin.store(), "viewer", "operator")
                    .put(draft, page, Map.of())
                    .statusCode(403);
        }
        viewer.delete("/api/drafts/" + draft).then().statusCode(403);
        viewer.get(path).then().statusCode(200);
        viewer.get("/api/drafts/" + draft).then().statusCode(200);
        Hub.as(admin.store(), "operator").request().post(path + "/pause").then().statusCode(200);
        Hub.as(admin.store(), "auditor").request().get(path).then().statusCode(403);
    }

    @Test
    void anotherStoresThingsAreNotThere() {
        String path =
                "/api/integrations/" + admin.configured().path("integrationId").asText();
        String draft = "/api/drafts/" + admin.begin().path("id").asText();
        Hub other = Hub.admin();

        for (String get : new String[] {path, path + "/revisions", draft}) {
            other.request().get(get).then().statusCode(404).contentType(PROBLEM).body("code", equalTo("NOT_FOUND"));
        }
        for (String post : new String[] {path + "/reconfigure", path + "/pause", path + "/resume", draft + "/finish"}) {
            other.request().post(post).then().statusCode(404);
        }
        other.request().delete(draft).then().statusCode(404);
        other.request().body("{}").put(draft + "/pages/templates").then().statusCode(404);
        other.request().get("/api/integrations").then().statusCode(200).body("items.size()", equalTo(0));
        admin.request()
                .header("X-Store-Id", other.store())
                .queryParam("store_id", other.store())
                .get("/api/integrations")
                .then()
                .body("items.storeId", equalTo(java.util.List.of(admin.store())));
        admin.request().get(draft).then().statusCode(200);
    }

    @Test
    void aTokenWithoutAStoreSeesNothing() {
        given().auth()
                .oauth2(HubInfra.token("", "admin"))
                .get("/api/integrations")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", equalTo("NO_STORE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"commerce\":{\"clientSecret\":{\"x\":\"MARKER\"}}} | /commerce/clientSecret | WRONG_TYPE",
                "{\"commerce\":{\"clientSecret\":[\"MARKER\"]}} | /commerce/clientSecret | WRONG_TYPE",
                "{\"commerce\":{\"clientSecret\":4711471147114711}} | /commerce/clientSecret | WRONG_TYPE",
                "{\"aws\":{\"secretAccessKey\":true}} | /aws/secretAccessKey | WRONG_TYPE",
                "{\"aws\":{\"region\":4711471147114711}} | /aws/region | WRONG_TYPE",
                "{\"aws\":\"MARKER\"} | /aws | WRONG_TYPE",
                "{\"aws\":{\"region\":\"eu-west-1\",\"sessionToken\":\"MARKER\"}} | /aws/sessionToken | UNKNOWN_MEMBER",
                "{\"generation\":7} | /generation | UNKNOWN_MEMBER",
                "{\"aws\":{\"region\":\"MARKER\"},\"aws\":{}} | '' | MALFORMED_JSON",
                "{\"aws\":{\"secretAccessKey\":\"MARKER} | /aws/secretAccessKey | MALFORMED_JSON",
                "{\"aws\":MARKER} | '' | MALFORMED_JSON",
                "{} MARKER | '' | MALFORMED_JSON",
                "[\"MARKER\"] | '' | WRONG_TYPE",
                "\"MARKER\" | '' | WRONG_TYPE",
                "not json MARKER | '' | MALFORMED_JSON",
            })
    void aBodyThatIsNotUnderstoodIsRefusedWithoutQuotingIt(String body, String pointer, String code) {
        String draft = admin.begin().path("id").asText();

        admin.put(draft, "configuration", body)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo(code), "errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer))
                .body(not(containsString("MARKER")))
                .body(not(containsString("4711471147114711")))
                .body(not(containsString("io.integrationshub")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buyer-organization | {\"enabled\":\"true\"} | /enabled",
                "buyer-organization | {\"enabled\":1} | /enabled",
                "buyer-organization | {\"enabled\":true,\"callbackUrls\":\"https://a.example\"} | /callbackUrls",
                "buyer-organization | {\"enabled\":true,\"callbackUrls\":[\"https://a.example\",{}]} | /callbackUrls/1",
                "merchant-organization | {\"enabled\":true,\"prefix\":1234} | /prefix",
                "templates | {\"createUserPool\":{}} | /createUserPool",
            })
    void theOtherPagesAreJustAsStrict(String page, String body, String pointer) {
        String draft = admin.begin().path("id").asText();

        admin.put(draft, page, body)
                .statusCode(400)
                .body("code", equalTo("WRONG_TYPE"), "errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aNewDraftCannotBeToldItsStore() {
        admin.request()
                .body("{\"storeId\":\"another-store\"}")
                .post("/api/drafts")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"), "errors[0].pointer", equalTo("/storeId"));
    }

    @Test
    void nothingAndNullAreNoPage() {
        String draft = admin.begin().path("id").asText();

        for (String body : new String[] {"", "null"}) {
            admin.put(draft, "configuration", body)
                    .statusCode(422)
                    .contentType(PROBLEM)
                    .body("code", equalTo("INVALID"), "errors[0].code", equalTo("REQUIRED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"aws\":{\"region\":[", "{\"x\":"})
    void aBodyNestedWithoutEndIsRefused(String again) throws Exception {
        URI page = address.resolve("/api/drafts/" + UUID.randomUUID() + "/pages/configuration");

        HttpResponse<String> response =
                send(request(page).PUT(HttpRequest.BodyPublishers.ofString(again.repeat(20_000))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(PROBLEM);
    }

    @Test
    void whoeverAsksForHttp2IsAnsweredByHttp11() throws Exception {
        HttpResponse<String> response = send(request(address.resolve("/api/drafts"))
                .version(HttpClient.Version.HTTP_2)
                .GET());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        String draft = admin.begin().path("id").asText();
        URI page = address.resolve("/api/drafts/" + draft + "/pages/templates");
        String large = "{\"createUserPool\":\"" + "x".repeat(5_000_000) + "\"}";

        HttpResponse<String> known = send(request(page).PUT(HttpRequest.BodyPublishers.ofString(large)));
        HttpResponse<String> chunked = send(request(page)
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));

        assertThat(List.of(known, chunked)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(PROBLEM);
            assertThat(Hub.json(response.body()).path("code").asText()).isEqualTo("BODY_TOO_LARGE");
        });
        admin.request().get("/api/drafts/" + draft).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/integrations;x=1",
                "/api/integrations%3Bx",
                "/api//integrations",
                "//api/integrations",
                "/api/./integrations",
                "/api/x/../integrations",
                "/api/%2e%2e/integrations",
                "/api%2Fintegrations",
                "/api%5Cintegrations",
                "/api/integrations%00",
                "/api/integrations%252F",
            })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) throws Exception {
        HttpResponse<String> response =
                send(request(URI.create(address.toString().replaceAll("/$", "") + path))
                        .GET());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(PROBLEM);
        assertThat(Hub.json(response.body()).path("code").asText()).isEqualTo("AMBIGUOUS_PATH");
    }

    @Test
    void everyRefusalOfTheFrameworkIsAProblemWithACode() {
        admin.request()
                .get("/api/nothing-here")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_FOUND"));
        admin.request()
                .get("/nothing-here")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_FOUND"));
        admin.request()
                .get("/api/drafts/not-an-id")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_FOUND"));
        admin.request()
                .put("/api/drafts")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        admin.request()
                .contentType("text/plain")
                .body("x")
                .post("/api/drafts")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        admin.request()
                .accept("text/html")
                .get("/api/integrations")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void ourOwnMistakesTellNothingOfTheInside() {
        given().get("/test/broken")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body("code", equalTo("INTERNAL"))
                .body(not(containsString("innermost")))
                .body(not(containsString("Exception")))
                .body(not(containsString("at io.")));
    }

    @Test
    void aReasonIsOneShortLine() {
        String draft = admin.begin().path("id").asText();

        for (String reason : new String[] {"a\\u0000b", "a\\nb", "x".repeat(501)}) {
            admin.request()
                    .body("{\"reason\":\"" + reason + "\"}")
                    .post("/api/drafts/" + draft + "/finish")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reason"));
        }
    }

    @Test
    void theDocumentNamesEveryPath() {
        String document = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Hub.json(document).path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "/api/drafts",
                        "/api/drafts/{id}",
                        "/api/drafts/{id}/finish",
                        "/api/drafts/{id}/pages/configuration",
                        "/api/drafts/{id}/pages/buyer-organization",
                        "/api/drafts/{id}/pages/merchant-organization",
                        "/api/drafts/{id}/pages/templates",
                        "/api/integrations",
                        "/api/integrations/{id}",
                        "/api/integrations/{id}/revisions",
                        "/api/integrations/{id}/reconfigure",
                        "/api/integrations/{id}/pause",
                        "/api/integrations/{id}/resume");
        assertThat(Hub.json(document)
                        .at("/components/schemas/EnteredSecret/type")
                        .asText())
                .isEqualTo("string");
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + HubInfra.token(admin.store(), "admin"))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void idsThatNobodyHasAreNotThere() {
        admin.request().get("/api/integrations/" + UUID.randomUUID()).then().statusCode(404);
    }
}
