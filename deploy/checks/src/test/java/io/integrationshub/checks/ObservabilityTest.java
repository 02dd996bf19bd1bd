package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards ask only for metrics that there are, and every alert leads to a runbook. */
class ObservabilityTest {
    private static final Path DEPLOY = Checkout.ROOT.resolve("deploy");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** Everything in PromQL that holds identifiers but no metric. */
    private static final Pattern NO_METRIC = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on)\\s*\\([^)]*\\)");

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
        for (Path dashboard : Checkout.files(DEPLOY.resolve("observability/dashboards"), ".json")) {
            JsonNode targets = new ObjectMapper().readTree(Checkout.text(dashboard));
            assertThat(targets.findValuesAsText("expr")).isNotEmpty();
            targets.findValuesAsText("expr").forEach(query -> asked.addAll(metrics(query)));
        }

        assertThat(asked).hasSizeGreaterThan(8).isSubsetOf(known);
    }

    @Test
    void metricsAreFoundInAQuery() {
        assertThat(metrics("sum by (topic) (increase(hub_dlq_messages_total{topic=\"a\"}[15m])) / sum(up) > 0.5"))
                .containsExactlyInAnyOrder("hub_dlq_messages_total", "up");
    }

    private static Set<String> metrics(String query) {
        return METRIC.matcher(NO_METRIC.matcher(query).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> alerts() throws JsonProcessingException {
        JsonNode rules = YAML.readTree(Checkout.text(DEPLOY.resolve("observability/alerts.yaml")))
                .path("groups")
                .path(0)
                .path("rules");
        return StreamSupport.stream(rules.spliterator(), false).toList();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
