package io.integrationshub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What provisioner-service and commerce-sso-service answer to people, as their OpenAPI documents have it. What is asked decides the
 * answer: a client id or access key with WRONG in it is refused, SILENT gets none. Asked without a token or with a secret that is
 * not sealed they answer as strictly as the real ones.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    private static final String DENIED = """
            {"errorClass":"CREDENTIALS","code":"%s","service":"%s","message":"%s","remedyId":"keys"}""";

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/aws/api/connection-checks", exchange -> answer(exchange, Neighbours::aws));
        server.createContext("/commerce/api/connection-checks", exchange -> answer(exchange, Neighbours::commerce));
        server.createContext("/aws/api/plans", exchange -> answer(exchange, body -> plan(body, AWS_CHANGES)));
        server.createContext("/commerce/api/plans", exchange -> answer(exchange, body -> plan(body, COMMERCE_CHANGES)));
        server.createContext("/aws/api/template-checks", exchange -> answer(exchange, Neighbours::templates));
        server.createContext("/aws/api/integrations", this::ofIntegration);
        server.createContext("/commerce/api/integrations", this::ofIntegration);
        server.createContext("/told", this::hear);
        server.createContext("/aws/api/templates", exchange -> answer(exchange, nothing -> DEFAULTS));
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.provisioner.url", url + "/aws",
                "quarkus.rest-client.commerce-sso.url", url + "/commerce");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /**
     * What is to be answered to this question from now on.
     *
     * @param path with the service in front, for example {@code /aws/api/integrations/ID/user-pool}
     */
    public static void tell(String path, int status, String body) {
        String aws = ConfigProvider.getConfig().getValue("quarkus.rest-client.provisioner.url", String.class);
        RestAssured.given()
                .body(status + body)
                .put(aws.replaceFirst("/aws$", "/told") + path)
                .then()
                .statusCode(204);
    }

    private void hear(HttpExchange exchange) throws IOException {
        told.put(
                exchange.getRequestURI().getPath().substring("/told".length()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Of an integration nothing is known until somebody tells: no pool, nothing to compare, nothing to try. */
    private void ofIntegration(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String unknown = path.endsWith("/user-pool") ? "200{\"adopted\":false}" : """
                409{"type":"about:blank","status":409,"title":"Not possible now","code":"NOTHING_TO_COMPARE",
                 "detail":"An execution is at work or has failed, or the integration is paused or deleted."}""";
        String answer = told.getOrDefault(path, unknown);
        byte[] text = answer.substring(3).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private interface Answer {
        String to(JsonNode question);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        int status = token == null || !token.startsWith("Bearer ey")
                ? 401
                : body.contains("SILENT") ? 503 : body.contains("canary") || body.contains("mArKeR") ? 422 : 200;
        byte[] text = (status == 200 ? answer.to(Hub.json(body)) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private static String aws(JsonNode question) {
        if (question.path("accessKeyId").asText().contains("WRONG")) {
            return """
                    {"ok":false,"region":"eu-west-1","checks":[],"failure":%s,"durationMs":5,"calls":1}""".formatted(DENIED.formatted(
                    "UnrecognizedClientException", "sts", "The Access Key ID does not exist. Enter the keys again."));
        }
        String prefix = question.path("domainPrefix").asText("x");
        return """
                {"ok":true,"account":{"id":"123456789012","arn":"arn:aws:iam::123456789012:user/hub","root":false},
                 "region":"eu-west-1","checks":[{"permission":"cognito-idp:CreateUserPool","status":"GRANTED"}],
                 "domain":{"prefix":"%1$s","signInHost":"%1$s.auth.eu-west-1.amazoncognito.com","status":"%2$s"},
                 "policy":"{ \\"Version\\": \\"2012-10-17\\" }","durationMs":5,"calls":6}""".formatted(prefix, prefix.startsWith("taken") ? "TAKEN_IN_ACCOUNT" : "FREE");
    }

    private static String commerce(JsonNode question) {
        if (question.path("clientId").asText().contains("WRONG")) {
            return """
                    {"ok":false,"host":"euwest.api.elasticpath.com","realms":[],"checks":[],"warnings":[],"failure":%s,
                     "durationMs":5,"calls":1}""".formatted(DENIED.formatted(
                    "commerce-401", "commerce", "Client-ID and Client-Secret do not match. Enter them again."));
        }
        return """
                {"ok":true,"host":"euwest.api.elasticpath.com","region":"EU_WEST","storeId":"s","realms":[],
                 "checks":[{"right":"read realms","status":"GRANTED"}],"warnings":[],"durationMs":5,"calls":4}""";
    }

    private static String templates(JsonNode question) {
        if (question.path("poolName").isMissingNode()
                || question.path("definitionVersion").isMissingNode()) {
            throw new IllegalArgumentException("The real one would say REQUIRED");
        }
        return question.at("/templates/createUserPool").asText().contains("broken") ? """
                [{"name":"createUserPool","operation":"CreateUserPool","errors":[{"code":"INVALID_TEMPLATE","line":2,"column":3,
                 "message":"A comma is missing."}],"protectedMembers":["UserPoolTags"],"repaired":"{ }"}]""" : """
                [{"name":"createUserPool","operation":"CreateUserPool","rendered":{"PoolName":"EPCC"},"errors":[],
                 "protectedMembers":["UserPoolTags"]}]""";
    }

    /** The first plan of a pool called Moving is not the second: somebody is at work there. */
    private static String plan(JsonNode question, String changes) {
        boolean early = question.toString().contains("\"Moving\"") && MOVING.incrementAndGet() <= 2;
        return """
                {"format_version":"1.0","plan_version":"%s","integration_id":"%s","generation":1,"applyable":true,
                 "complete":true,"errored":false,"resource_changes":[%s],"reads":3}""".formatted(
                        early ? "p0" : "p1",
                        question.path("integrationId").asText(),
                        early ? changes.replace("{\"PoolName\":\"EPCC\"}", "{\"PoolName\":\"Before\"}") : changes);
    }

    private static final AtomicInteger MOVING = new AtomicInteger();

    private static final String DEFAULTS = """
            [{"version":"0","templates":[
             {"name":"createUserPool","operation":"CreateUserPool","text":"{ }","protectedMembers":["PoolName"]}]},
             {"version":"1","templates":[
             {"name":"createUserPool","operation":"CreateUserPool","text":"{\\n  \\"PoolName\\": \\"{{poolName}}\\"\\n}\\n",
              "protectedMembers":["PoolName"]},
             {"name":"updateUserPool","operation":"UpdateUserPool","text":"{\\n  \\"UserPoolId\\": \\"{{userPoolId}}\\"\\n}\\n",
              "protectedMembers":["UserPoolId","PoolName"]},
             {"name":"createUserPoolClient","operation":"CreateUserPoolClient","text":"{\\n  \\"GenerateSecret\\": true\\n}\\n",
              "protectedMembers":["GenerateSecret"]},
             {"name":"updateUserPoolClient","operation":"UpdateUserPoolClient","text":"{\\n  \\"ClientId\\": \\"{{clientId}}\\"\\n}\\n",
              "protectedMembers":["ClientId"]}]}]""";

    private static final String AWS_CHANGES = """
            {"address":"cognito.UserPool","type":"cognito.UserPool","change":{"actions":["create"],"before":null,
             "after":{"PoolName":"EPCC"},"after_unknown":{},"before_sensitive":{},"after_sensitive":{}},"requests":[],
             "findings":[{"code":"LOCKED_FIELD","severity":"INFO","message":"Sign-in names cannot be changed later.","members":[]}]},
            {"address":"cognito.UserPoolDomain","type":"cognito.UserPoolDomain","change":{"actions":["delete","create"],
             "before":{"Domain":"old"},"after":{"Domain":"acme-shop"},"after_unknown":{},"before_sensitive":{},
             "after_sensitive":{}},"requests":[],"findings":[{"code":"DOMAIN_REPLACED","severity":"WARNING",
             "message":"Nobody can sign in until the new domain works.","members":["Domain"]}]}""";

    private static final String COMMERCE_CHANGES = """
            {"address":"commerce.OidcProfile[BUYER]","type":"commerce.OidcProfile","change":{"actions":["update"],
             "before":{"name":"Old"},"after":{"name":"Acme"},"after_unknown":{},"before_sensitive":{},"after_sensitive":{}},
             "requests":[],"findings":[]},
            {"address":"commerce.MerchantRealmMapping","type":"commerce.MerchantRealmMapping","change":{"actions":["no-op"],
             "before":{"prefix":"acme"},"after":{"prefix":"acme"},"after_unknown":{},"before_sensitive":{},
             "after_sensitive":{}},"requests":[],"findings":[]}""";
}
