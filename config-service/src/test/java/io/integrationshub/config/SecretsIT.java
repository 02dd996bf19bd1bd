package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Secrets are searched for where they must not be, and something that must be there is searched for in the same way. */
@QuarkusTest
class SecretsIT extends RunningService {
    private static final String TOPIC = "hub.integration.events.v1";
    private static final String VISIBLE = "visible-domain-prefix";

    @Inject
    DataSource database;

    @Test
    void secretsAreFoundNowhere() throws Exception {
        Queue<String> logs = new ConcurrentLinkedQueue<>();
        Handler listening = listening(logs);
        Logger.getLogger("").addHandler(listening);
        Hub admin = Hub.admin();
        List<String> answers = new ArrayList<>();
        String draft = admin.begin().path("id").asText();

        // Once in every way it can go wrong, then right.
        answers.add(admin.put(
                        draft,
                        "configuration",
                        Hub.configuration(Hub.CLIENT_SECRET + " x", Hub.AWS_SECRET + "x", VISIBLE))
                .statusCode(422)
                .extract()
                .asString());
        answers.add(admin.put(draft, "configuration", Map.of("aws", Map.of("secretAccessKey", List.of(Hub.AWS_SECRET))))
                .statusCode(400)
                .extract()
                .asString());
        answers.add(admin.put(draft, "configuration", Map.of("clientSecret", Hub.CLIENT_SECRET))
                .statusCode(400)
                .extract()
                .asString());
        answers.add(admin.put(draft, "configuration", "{\"aws\":{\"secretAccessKey\":\"" + Hub.AWS_SECRET)
                .statusCode(400)
                .extract()
                .asString());
        answers.add(admin.put(draft, "configuration", Hub.configuration(Hub.CLIENT_SECRET, Hub.AWS_SECRET, VISIBLE))
                .statusCode(200)
                .extract()
                .asString());
        answers.add(admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "acme"))
                .statusCode(200)
                .extract()
                .asString());
        answers.add(admin.request().get("/api/drafts/" + draft).then().extract().asString());
        String started = admin.finish(draft).statusCode(202).extract().asString();
        String integration = Hub.json(started).path("integrationId").asText();
        answers.add(started);
        answers.add(admin.request()
                .get("/api/integrations/" + integration)
                .then()
                .extract()
                .asString());
        answers.add(admin.request()
                .get("/api/integrations/" + integration + "/revisions")
                .then()
                .extract()
                .asString());
        answers.add(admin.request()
                .post("/api/integrations/" + integration + "/reconfigure")
                .then()
                .extract()
                .asString());
        Hub.records(TOPIC, integration, 1);
        Logger.getLogger("").removeHandler(listening);

        List<String> tables = tables();
        List<String> topics = TopicAudit.read(HubInfra.kafka().address()).stream()
                .map(TopicAudit.Entry::everything)
                .toList();
        assertThat(found(VISIBLE, answers)).isTrue();
        assertThat(found(VISIBLE, tables)).isTrue();
        assertThat(found(VISIBLE, topics)).isTrue();
        assertThat(logs).isNotEmpty();
        for (String secret : List.of(Hub.CLIENT_SECRET, Hub.AWS_SECRET)) {
            assertThat(found(secret, answers)).as("answers").isFalse();
            assertThat(found(secret, tables)).as("tables").isFalse();
            assertThat(found(secret, topics)).as("topics").isFalse();
            assertThat(found(secret, logs)).as("logs").isFalse();
        }
    }

    private static boolean found(String marker, Iterable<String> places) {
        byte[] bytes = marker.getBytes(StandardCharsets.UTF_8);
        List<String> forms = Stream.of(
                        marker,
                        marker.replace("/", "\\/"),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        HexFormat.of().formatHex(bytes),
                        URLEncoder.encode(marker, StandardCharsets.UTF_8))
                .map(form -> form.toLowerCase(Locale.ROOT))
                .toList();
        for (String place : places) {
            if (forms.stream().anyMatch(place.toLowerCase(Locale.ROOT)::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Every row of every table as text; binary columns come as hex. */
    private List<String> tables() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names =
                    rows(statement, "select quote_ident(tablename) from pg_tables where schemaname = 'public'");
            assertThat(names).contains("draft", "revision", "audit", "idempotency", "announcement");
            List<String> rows = new ArrayList<>();
            for (String name : names) {
                rows.addAll(rows(statement, "select t::text from " + name + " t"));
            }
            return rows;
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Handler listening(Queue<String> logs) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logs.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + " "
                        + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
