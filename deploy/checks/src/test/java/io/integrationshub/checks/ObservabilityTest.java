package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and dashboards ask only for metrics that there are; every alert is raised when it should be, and leads to a runbook. */
class ObservabilityTest {
    private static final Path DEPLOY = Checkout.ROOT.resolve("deploy");
    private static final Path OBSERVABILITY = DEPLOY.resolve("observability");
    private static final Path ALERT_TESTS = OBSERVABILITY.resolve("alerts.test.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** Everything in PromQL that holds identifiers but no metric. */
    private static final Pattern NO_METRIC =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on)\\s*\\([^)]*\\)|\\b(and|or|unless|offset)\\b");

    private static final Pattern METRIC = Pattern.compile("\\b[a-z][a-z0-9_]+\\b(?!\\s*\\()");

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() throws JsonProcessingException {
        List<JsonNode> alerts = alerts();

        assertThat(alerts).hasSizeGreaterThanOrEqualTo(8).allSatisfy(alert -> {
            assertThat(alert.path("labels").path("severity").asText()).isIn("critical", "warning", "info");
            JsonNode annotations = alert.path("annotations");
            assertThat(annotations.path("summary").asText()).isNotBlank();
            assertThat(annotations.path("description").asText()).isNotBlank();
            Path runbook = Checkout.ROOT.resolve(annotations.path("runbook_url").asText());
            assertThat(runbook).hasFileName(name(alert) + ".md").exists();
            assertThat(Checkout.text(runbook))
                    .startsWith("# " + name(alert) + "\n\nSeverity "
                            + alert.path("labels").path("severity").asText())
                    .contains("**Symptom.**", "**Likely causes**", "```sh", "**Whom to wake.**");
        });
    }

    @Test
    void everyAlertHasATestOfWhatRaisesItAndOfWhatDoesNot() throws JsonProcessingException {
        JsonNode tests = YAML.readTree(Checkout.text(ALERT_TESTS)).path("tests");

        assertThat(tests.findValuesAsText("name"))
                .containsExactlyElementsOf(
                        alerts().stream().map(ObservabilityTest::name).toList());
        assertThat(tests)
                .allSatisfy(test -> assertThat(test.path("promql_expr_test"))
                        .anySatisfy(
                                moment -> assertThat(moment.path("exp_samples").toString())
                                        .contains(test.path("name").asText()))
                        .anySatisfy(
                                moment -> assertThat(moment.path("exp_samples").toString())
                                        .doesNotContain(test.path("name").asText())));
    }

    @Test
    void prometheusFindsTheAlertsAndTheirTestsRight() {
        Promtool promtool = Promtool.findOrInstall();

        promtool.succeeds("check", "config", "--syntax-only", OBSERVABILITY.resolve("prometheus.yaml"));
        promtool.succeeds("check", "rules", OBSERVABILITY.resolve("alerts.yaml"));
        promtool.succeeds("test", "rules", ALERT_TESTS);
    }

    @Test
    void prometheusUnderstandsTheQueriesOfTheDashboards(@TempDir Path folder) throws IOException {
        Promtool promtool = Promtool.findOrInstall();
        ArrayNode rules = YAML.createArrayNode();
        for (Path dashboard : Checkout.files(OBSERVABILITY.resolve("dashboards"), ".json")) {
            new ObjectMapper()
                    .readTree(Checkout.text(dashboard))
                    .findValuesAsText("expr")
                    .forEach(query -> rules.addObject()
                            .put("record", "dashboards:query:" + rules.size())
                            .put("expr", query));
        }
        Path file = folder.resolve("dashboards.yaml");
        ObjectNode groups = YAML.createObjectNode();
        groups.putArray("groups").addObject().put("name", "dashboards").set("rules", rules);
        YAML.writeValue(file.toFile(), groups);

        promtool.succeeds("check", "rules", file);
    }

    @Test
    void everyRunbookBelongsToAnAlert() throws JsonProcessingException {
        Set<String> runbooks = Checkout.files(DEPLOY.resolve("docs/runbooks"), ".md").stream()
                .map(file -> file.getFileName().toString().replace(".md", ""))
                .filter(name -> !name.equals("README"))
                .collect(Collectors.toSet());

        assertThat(alerts()).extracting(ObservabilityTest::name).containsExactlyInAnyOrderElementsOf(runbooks);
    }

    @Test
    void alertsAndDashboardsAskOnlyForMetricsThatThereAre() throws JsonProcessingException {
        Set<String> known = Checkout.text(DEPLOY.resolve("docs/metrics.md"))
                .lines()
                .filter(row -> row.startsWith("| `"))
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .collect(Collectors.toSet());

        Set<String> asked = new TreeSet<>();
        alerts().forEach(alert -> asked.addAll(metrics(alert.path("expr").asText())));
        for (Path dashboard : Checkout.files(OBSERVABILITY.resolve("dashboards"), ".json")) {
            JsonNode targets = new ObjectMapper().readTree(Checkout.text(dashboard));
            assertThat(targets.findValuesAsText("expr")).isNotEmpty();
            targets.findValuesAsText("expr").forEach(query -> asked.addAll(metrics(query)));
        }

        assertThat(asked).hasSizeGreaterThan(8).isSubsetOf(known);
    }

    @Test
    void metricsAreFoundInAQuery() {
        assertThat(
                        metrics(
                                "sum by (topic) (increase(hub_dlq_messages_total{topic=\"a\"}[15m])) / sum(up unless up offset 1h) > 0.5"))
                .containsExactlyInAnyOrder("hub_dlq_messages_total", "up");
    }

    private static Set<String> metrics(String query) {
        return METRIC.matcher(NO_METRIC.matcher(query).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> alerts() throws JsonProcessingException {
        JsonNode rules = YAML.readTree(Checkout.text(OBSERVABILITY.resolve("alerts.yaml")))
                .path("groups")
                .path(0)
                .path("rules");
        return StreamSupport.stream(rules.spliterator(), false).toList();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
