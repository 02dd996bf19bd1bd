package io.integrationshub.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the OpenAPI document, and every error that it names for all of them. */
@QuarkusTest
class RestContractIT extends RunningService {
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** What a viewer may ask for although it is a POST: nothing. */
    private static final Set<String> LOOKS = Set.of("get");

    @TestHTTPResource("/")
    URI address;

    private final Hub admin = Hub.admin();

    /** An operation as it is documented, with the ids of this test's things in its path. */
    private record Documented(String method, String path, JsonNode spec) {
        boolean takesBody() {
            return spec.has("requestBody");
        }

        Set<String> statuses() {
            Set<String> found = new java.util.HashSet<>();
            spec.path("responses").fieldNames().forEachRemaining(found::add);
            return found;
        }

        boolean takes(String header) {
            for (JsonNode parameter : spec.path("parameters")) {
                if (parameter.path("name").asText().equals(header)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOperationRefusesAsDocumented() {
        String integration = admin.configured().path("integrationId").asText();
        String draft = admin.completeDraft();
        return operations(integration, draft).stream().flatMap(operation -> checks(operation).stream());
    }

    @Test
    void everyOperationIsNamedAndTagged() {
        for (Documented operation : operations("i", "d")) {
            assertThat(operation.spec().path("summary").asText())
                    .as(operation.toString())
                    .isNotBlank();
            assertThat(operation.spec().path("tags")).as(operation.toString()).isNotEmpty();
            assertThat(operation.spec().has("operationId") || operation.spec().has("summary"))
                    .isTrue();
            if (operation.method().equals("post") && !operation.path().contains("check")) {
                assertThat(operation.takes("Idempotency-Key")
                                || QUESTIONS.stream().anyMatch(operation.path()::endsWith))
                        .as(operation + " takes an Idempotency-Key, or changes nothing")
                        .isTrue();
            }
        }
    }

    @Test
    void valuesThatAreTooLongAreNamedAndNotQuoted() {
        String draft = admin.begin().path("id").asText();
        String tooLong = "x".repeat(40_000);
        admin.put(
                        draft,
                        "configuration",
                        Map.of(
                                "commerce", Map.of("clientId", tooLong, "clientSecret", tooLong, "tokenUrl", tooLong),
                                "aws", Map.of("accessKeyId", tooLong, "secretAccessKey", tooLong, "region", tooLong),
                                "userPool", Map.of("name", tooLong, "domainPrefix", "a", "oidcProfileName", tooLong)))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/commerce/clientId",
                                "/commerce/clientSecret",
                                "/commerce/tokenUrl",
                                "/aws/accessKeyId",
                                "/aws/secretAccessKey",
                                "/aws/region",
                                "/userPool/name",
                                "/userPool/oidcProfileName"))
                .body(not(containsString("xxxxxxxxxx")));
        admin.put(draft, "buyer-organization", Map.of("enabled", true, "callbackUrls", List.of("https://a/" + tooLong)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/callbackUrls/0"));
        admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", tooLong))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/prefix"));
        admin.put(draft, "templates", Map.of("createUserPool", tooLong + tooLong))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/createUserPool"));
    }

    /** They change nothing, so asking again simply asks again. */
    private static final List<String> QUESTIONS = List.of("/plan", "/sign-in-trials");

    private List<DynamicTest> checks(Documented operation) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(operation + " 401", () -> problem(send(given(), operation), 401)));
        tests.add(DynamicTest.dynamicTest(operation + " 403", () -> problem(send(as("nobody"), operation), 403)));
        if (!LOOKS.contains(operation.method())) {
            tests.add(DynamicTest.dynamicTest(
                    operation + " by a viewer", () -> problem(send(as("viewer"), operation), 403)));
        }
        if (operation.statuses().contains("404")) {
            tests.add(DynamicTest.dynamicTest(operation + " of another store", () -> {
                Response response = send(Hub.admin().request(), operation);
                // The catalog is everybody's.
                if (!operation.path().startsWith("/api/catalog")) {
                    problem(response, 404);
                }
            }));
        }
        if (operation.takesBody()) {
            tests.add(DynamicTest.dynamicTest(operation + " unknown member", () -> {
                Response response =
                        admin.request().body("{\"nobodyKnowsThis\":1}").request(operation.method(), operation.path());
                problem(response, 400);
                assertThat(response.path("code").toString()).isEqualTo("UNKNOWN_MEMBER");
            }));
            tests.add(DynamicTest.dynamicTest(
                    operation + " wrong type",
                    () -> problem(admin.request().body("[1]").request(operation.method(), operation.path()), 400)));
            tests.add(DynamicTest.dynamicTest(
                    operation + " no JSON",
                    () -> problem(
                            admin.request()
                                    .contentType("text/plain")
                                    .body("x")
                                    .request(operation.method(), operation.path()),
                            415)));
            tests.add(DynamicTest.dynamicTest(operation + " 5 MB", () -> tooLarge(operation)));
        }
        if (operation.takes("If-Match")) {
            tests.add(DynamicTest.dynamicTest(operation + " 412", () -> {
                RequestSpecification stale = admin.request().header("If-Match", "\"9999\"");
                problem(send(stale, operation), 412);
            }));
        }
        if (operation.takes("Idempotency-Key")) {
            tests.add(DynamicTest.dynamicTest(operation + " bad key", () -> {
                RequestSpecification bad = admin.request().header("Idempotency-Key", "k".repeat(129));
                problem(send(bad, operation), 400);
            }));
        }
        if (operation.takes("limit")) {
            for (String limit : new String[] {"0", "201", "many"}) {
                tests.add(DynamicTest.dynamicTest(operation + " limit " + limit, () -> {
                    int status = send(admin.request().queryParam("limit", limit), operation)
                            .statusCode();
                    assertThat(status).isIn(400, 404);
                }));
            }
            tests.add(DynamicTest.dynamicTest(
                    operation + " cursor",
                    () -> problem(send(admin.request().queryParam("cursor", "%%"), operation), 400)));
        }
        return tests;
    }

    private List<Documented> operations(String integration, String draft) {
        JsonNode document = Hub.json(given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        List<Documented> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            String concrete = path.getKey()
                    .replace("{id}", path.getKey().startsWith("/api/drafts") ? draft : integration)
                    .replace("{generation}", "1")
                    .replace("{integration}", "amazon-cognito");
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    found.add(new Documented(operation.getKey(), concrete, operation.getValue()));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(30);
        return found;
    }

    private RequestSpecification as(String role) {
        return Hub.as(admin.store(), role).request();
    }

    private static Response send(RequestSpecification request, Documented operation) {
        RequestSpecification typed =
                operation.takesBody() ? request.contentType("application/json").body(body(operation)) : request;
        return typed.request(operation.method(), operation.path());
    }

    /** Enough to come as far as the check that is meant. */
    private static String body(Documented operation) {
        return operation.path().endsWith("/delete") ? "{\"policy\":\"RETAIN\",\"confirmation\":\"EPCC\"}" : "{}";
    }

    private static void problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(PROBLEM);
        assertThat(response.path("code").toString()).matches("[A-Z_]+");
        assertThat(response.<Integer>path("status")).isEqualTo(status);
    }

    private void tooLarge(Documented operation) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(operation.path()))
                .header("Authorization", "Bearer " + admin.token())
                .header("Content-Type", "application/json")
                .method(
                        operation.method().toUpperCase(java.util.Locale.ROOT),
                        HttpRequest.BodyPublishers.ofString("{\"reason\":\"" + "x".repeat(5_000_000) + "\"}"))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(Hub.json(response.body()).path("code").asText()).isEqualTo("BODY_TOO_LARGE");
        }
    }
}
