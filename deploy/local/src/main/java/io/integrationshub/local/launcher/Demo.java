package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.integrationshub.local.signin.Tokens;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The main job, done over REST with a real token exactly as a hub front end does it: the wizard's pages, Finish, then the
 * execution. Where an earlier run left the integration, it is reconfigured with nothing changed.
 */
final class Demo {
    private static final String STORE = "store-demo";

    private final Ports ports;
    private final URI aws;
    private final URI commerce;
    private final PrintStream out;
    private final DemoPages pages;
    private final Rest config;
    private final Rest log;
    private final Map<String, StandInView> standIns = new TreeMap<>();

    private Demo(Ports ports, Options options, URI aws, URI commerce, HttpClient http, PrintStream out) {
        this.ports = ports;
        this.aws = aws;
        this.commerce = commerce;
        this.out = out;
        this.pages = new DemoPages(System::getenv, commerce);
        String token = Tokens.bearer(ports.issuer(), "demo", STORE, List.of("admin", "operator", "viewer"));
        this.config = new Rest(http, ports.url(HubService.CONFIG), Optional.of(token));
        this.log = new Rest(http, ports.url(HubService.EXECUTION_LOG), Optional.of(token));
        if (options.awsEndpoint().isEmpty()) {
            standIns.put("Cognito", new StandInView(new Rest(http, aws, Optional.empty())));
        }
        if (options.commerceUrl().isEmpty()) {
            standIns.put("Commerce", new StandInView(new Rest(http, commerce, Optional.empty())));
        }
    }

    /** Returns whether the execution SUCCEEDED. */
    static boolean run(Ports ports, Options options, URI aws, URI commerce, PrintStream out) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Demo(ports, options, aws, commerce, http, out).integrate();
        }
    }

    private boolean integrate() {
        Map<String, Long> callsBefore = new TreeMap<>();
        standIns.forEach((name, standIn) -> callsBefore.put(name, standIn.lastCall()));
        Optional<String> existing = existingIntegration();
        JsonNode finished = existing.isPresent() ? reconfigure(existing.get()) : create();
        String executionId = finished.path("executionId").asText();
        out.println("Execution " + finished.path("executionNumber").asText() + "  "
                + ports.url(HubService.EXECUTION_LOG) + "/executions/" + executionId);
        JsonNode execution = new ExecutionFollower(log, out).follow(executionId);
        printEnd(execution);
        standIns.forEach((name, standIn) -> {
            int writes = standIn.writesAfter(callsBefore.get(name));
            out.println("  " + (writes == 0 ? "the plan was empty: zero writes at " : writes + " writes at ") + name);
        });
        if (standIns.isEmpty()) {
            out.println("  " + execution.path("writes").asInt() + " writes");
        }
        printResult(execution);
        return execution.path("status").asText().equals("SUCCEEDED");
    }

    private Optional<String> existingIntegration() {
        JsonNode answer = config.find("/api/integrations")
                .orElseThrow(() -> new LaunchException("config-service does not know /api/integrations"));
        JsonNode list = answer.isArray() ? answer : answer.path("items");
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(0).path("id").asText());
    }

    private JsonNode create() {
        out.println("Demo: a new integration for store " + STORE);
        JsonNode draft = config.send("POST", "/api/drafts", Rest.JSON.createObjectNode());
        String address = "/api/drafts/" + draft.path("id").asText();
        pages.all().forEach((page, body) -> {
            out.println("  page " + page);
            config.send("PUT", address + "/pages/" + page, body);
        });
        return finish(address, "demo: first configuration");
    }

    private JsonNode reconfigure(String integrationId) {
        out.println("Demo: integration " + integrationId + " exists; Reconfigure with nothing changed");
        JsonNode draft = config.send(
                "POST", "/api/integrations/" + integrationId + "/reconfigure", Rest.JSON.createObjectNode());
        String address = "/api/drafts/" + draft.path("id").asText();
        String tokenUrl = draft.at("/pages/configuration/commerce/tokenUrl").asText(pages.tokenUrl());
        if (!tokenUrl.equals(pages.tokenUrl())) {
            out.println("  page configuration: Commerce is at another address now");
            config.send("PUT", address + "/pages/configuration", pages.configuration());
        }
        return finish(address, "demo: nothing changed");
    }

    private JsonNode finish(String draftAddress, String reason) {
        ObjectNode body = Rest.JSON.createObjectNode().put("reason", reason);
        return config.send("POST", draftAddress + "/finish", body);
    }

    private void printEnd(JsonNode execution) {
        out.printf(
                Locale.ROOT,
                "Execution %s after %.1f s%n",
                execution.path("status").asText(),
                execution.path("durationMs").asLong() / 1000.0);
        JsonNode error = execution.path("error");
        for (String part : List.of("service", "class", "code", "message", "remedy")) {
            if (error.hasNonNull(part)) {
                out.println("  " + part + ": " + error.path(part).asText());
            }
        }
    }

    private void printResult(JsonNode execution) {
        DemoReport report = new DemoReport(out);
        Optional<JsonNode> cognito = state("Cognito");
        Optional<JsonNode> profiles = state("Commerce");
        cognito.ifPresent(report::cognito);
        profiles.ifPresent(state -> report.commerce(state, commerce));
        if (cognito.isPresent() && profiles.isPresent()) {
            report.signInUrls(cognito.get(), aws, profiles.get(), commerce);
        } else {
            report.output(execution.path("output"));
        }
    }

    private Optional<JsonNode> state(String standIn) {
        return Optional.ofNullable(standIns.get(standIn)).map(StandInView::state);
    }
}
