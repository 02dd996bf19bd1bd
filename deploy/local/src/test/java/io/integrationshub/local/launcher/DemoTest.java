package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.CommerceStandIn;
import io.integrationshub.local.signin.SignInProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo against canned answers of config-service and execution-log-service and the real stand-ins. */
class DemoTest {
    private static final String STEPS = """
            {"items": [
              {"name": "Integration Trigger", "status": "SUCCEEDED", "attempt": 1, "durationMs": 12, "output": {}},
              {"name": "List User Pool", "status": "%s", "attempt": 2, "durationMs": 345, "output": {},
               "error": %s}]}""";

    private final Ports ports = new Ports(FakeHub.freeBase());
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private SignInProvider signIn;
    private CognitoStandIn cognito;
    private CommerceStandIn commerce;

    @BeforeEach
    void start() throws IOException {
        signIn = SignInProvider.start(ports.signIn());
        cognito = CognitoStandIn.start(ports.cognito(), null);
        commerce = CommerceStandIn.start(ports.commerce(), null);
        servers.add(serve(ports.of(HubService.CONFIG)));
        servers.add(serve(ports.of(HubService.EXECUTION_LOG)));
        answers.put("POST /api/drafts", "{\"id\": \"d1\"}");
        answers.put("POST /api/drafts/d1/finish", "{\"executionId\": \"e1\", \"executionNumber\": 7}");
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        commerce.close();
        cognito.close();
        signIn.close();
    }

    @Test
    void withoutAnIntegrationItFillsInThePagesInTheirOrderAndFollowsTheExecution() {
        answers.put("GET /api/integrations", "{\"items\": []}");
        answers.put("GET /api/executions/e1", "{\"status\": \"SUCCEEDED\", \"durationMs\": 1500, \"error\": null}");
        answers.put("GET /api/executions/e1/steps", STEPS.formatted("SUCCEEDED", "null"));

        String printed = demo(true);

        assertThat(asked)
                .containsSubsequence(
                        "POST /api/drafts",
                        "PUT /api/drafts/d1/pages/configuration",
                        "PUT /api/drafts/d1/pages/buyer-organization",
                        "PUT /api/drafts/d1/pages/merchant-organization",
                        "PUT /api/drafts/d1/pages/templates",
                        "POST /api/drafts/d1/finish");
        assertThat(printed)
                .contains("Execution 7", "SUCCEEDED List User Pool", "0.345 s  (attempt 2)")
                .contains("Execution SUCCEEDED after 1.5 s", "the plan was empty: zero writes at Cognito");
    }

    @Test
    void anIntegrationOfAnEarlierRunIsReconfiguredWithNothingChanged() {
        answers.put("GET /api/integrations", "{\"items\": [{\"id\": \"i1\"}]}");
        answers.put(
                "POST /api/integrations/i1/reconfigure",
                "{\"id\": \"d1\", \"pages\": {\"configuration\": {\"commerce\": {\"tokenUrl\": \"" + commerce.baseUrl()
                        + "/oauth/access_token\"}}}}");
        answers.put("GET /api/executions/e1", "{\"status\": \"SUCCEEDED\", \"durationMs\": 5}");
        answers.put("GET /api/executions/e1/steps", STEPS.formatted("SUCCEEDED", "null"));

        demo(true);

        assertThat(asked).contains("POST /api/drafts/d1/finish").noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void aFailedExecutionIsTold() {
        answers.put("GET /api/integrations", "{\"items\": []}");
        answers.put("GET /api/executions/e1", """
                {"status": "FAILED", "durationMs": 5, "error": {"class": "CREDENTIALS", "code": "InvalidSignature",
                 "service": "aws", "message": "The key is wrong", "remedy": "Enter the secret key again"}}""");
        answers.put("GET /api/executions/e1/steps", STEPS.formatted("FAILED", "{\"code\": \"InvalidSignature\"}"));

        String printed = demo(false);

        assertThat(printed)
                .containsPattern("FAILED +List User Pool .* InvalidSignature")
                .contains("class: CREDENTIALS", "remedy: Enter the secret key again");
    }

    @Test
    void anAnswerThatIsNoSuccessEndsTheDemoWithWhatWasAnswered() {
        assertThatThrownBy(() -> demo(true))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("/api/integrations");
    }

    private String demo(boolean succeeds) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean succeeded = Demo.run(
                ports,
                Options.parse(),
                cognito.endpoint(),
                commerce.baseUrl(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(succeeded).isEqualTo(succeeds);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        String body = request.startsWith("PUT") ? "{}" : answers.get(request);
        int status = !signedIn ? 401 : body == null ? 404 : 200;
        synchronized (asked) {
            asked.add(request);
        }
        byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
