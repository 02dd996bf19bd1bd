package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.contracts.Publisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The Compose file against the Compose Specification (as far as it is used here) and against the sources. No engine reads it in the
 * build, so this is what keeps it from rotting.
 */
class ComposeTest {
    private static final Path FOLDER = Checkout.ROOT.resolve("deploy/compose");
    private static final Set<String> TOP = Set.of("name", "services", "volumes", "networks", "configs", "secrets");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "restart",
            "environment",
            "volumes",
            "healthcheck",
            "depends_on",
            "command",
            "ports",
            "read_only",
            "tmpfs",
            "user",
            "cap_drop",
            "security_opt",
            "stop_grace_period",
            "mem_limit",
            "network_mode",
            "profiles");
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");
    private static final List<String> HUB = Arrays.stream(Publisher.values())
            .map(publisher -> publisher.source().substring(1))
            .toList();

    private final JsonNode compose =
            new ObjectMapper().valueToTree(new Yaml().<Object>load(Checkout.text(FOLDER.resolve("compose.yaml"))));

    @Test
    void onlyWordsOfTheSpecificationAreUsed() {
        assertThat(names(compose)).allMatch(name -> TOP.contains(name) || name.startsWith("x-"));
        assertThat(compose.path("services")).hasSizeGreaterThan(8).allSatisfy(service -> {
            assertThat(names(service)).isSubsetOf(SERVICE).contains("image");
            assertThat(service.path("image").asText()).matches("[a-z0-9./-]+:[A-Za-z0-9.-]+");
            service.path("depends_on").properties().forEach(needed -> {
                JsonNode other = compose.path("services").path(needed.getKey());
                String condition = needed.getValue().path("condition").asText();
                assertThat(other.isObject()).as(needed.getKey()).isTrue();
                assertThat(condition).isIn(CONDITIONS);
                assertThat(!condition.equals("service_healthy") || other.has("healthcheck"))
                        .isTrue();
            });
        });
    }

    @Test
    void whatIsMountedIsThere() {
        Set<String> volumes = names(compose.path("volumes"));

        compose.path("services")
                .forEach(service -> service.path("volumes").forEach(mount -> {
                    String source = mount.asText().split(":", 2)[0];
                    if (source.startsWith(".")) {
                        assertThat(Files.exists(FOLDER.resolve(source).normalize()))
                                .as(source)
                                .isTrue();
                    } else if (!source.startsWith("$")) {
                        assertThat(volumes).contains(source);
                    }
                }));
    }

    @Test
    void everyPortIsOpenOnLoopbackOnly() {
        compose.path("services")
                .forEach(service -> service.path("ports")
                        .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void everyVariableIsInTheExampleAndExplained() {
        Set<String> used = new TreeSet<>(Pattern.compile("\\$\\{(HUB_[A-Z_]+)")
                .matcher(Checkout.text(FOLDER.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList());

        assertThat(Checkout.text(FOLDER.resolve(".env.example"))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("=", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(used);
        assertThat(used)
                .allSatisfy(name ->
                        assertThat(Checkout.text(FOLDER.resolve("README.md"))).contains("`" + name + "`"));
    }

    @Test
    void theServicesAreToldOnlyWhatTheyUnderstand() {
        Set<String> known =
                ConfigurationPage.settings().stream().map(Setting::variable).collect(Collectors.toSet());
        known.addAll(Set.of(
                "HUB_LOCAL",
                "KAFKA_BOOTSTRAP_SERVERS",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "QUARKUS_REST_CLIENT_PROVISIONER_URL",
                "QUARKUS_REST_CLIENT_COMMERCE_SSO_URL",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD"));

        assertThat(HUB)
                .allSatisfy(service -> assertThat(
                                names(compose.path("services").path(service).path("environment")))
                        .isNotEmpty()
                        .isSubsetOf(known));
    }

    @Test
    void theStandInsAreInTheSandboxOnly() {
        compose.path("services").properties().forEach(service -> {
            boolean standIn = service.getValue().path("image").asText().startsWith("integrationshub/sandbox:");
            assertThat(service.getValue().has("profiles")).as(service.getKey()).isEqualTo(standIn);
            assertThat(service.getKey().startsWith("sandbox")).isEqualTo(standIn);
            if (standIn) {
                assertThat(service.getValue().path("profiles").toString()).isEqualTo("[\"sandbox\"]");
            } else {
                assertThat(names(service.getValue().path("depends_on"))).noneMatch(name -> name.startsWith("sandbox"));
            }
        });
        assertThat(compose.path("services").findValuesAsText("network_mode"))
                .containsExactlyInAnyOrder("service:commerce-sso-service", "service:provisioner-service");
    }

    @Test
    void theServicesAreLedToTheStandInsBySwitchesThatAreOffAtFirst() {
        List<String> example =
                Checkout.text(FOLDER.resolve(".env.example")).lines().toList();

        assertThat(example)
                .noneMatch(line -> !line.startsWith("#") && line.contains("http://localhost"))
                .contains(
                        "# COMPOSE_PROFILES=sandbox",
                        "# HUB_COMMERCE_ORIGINS=http://localhost:8096",
                        "# HUB_AWS_ENDPOINT=http://localhost:8095",
                        "# HUB_SIGN_IN_ORIGINS=http://localhost:8095");
        assertThat(compose.path("services").path("sandbox-for-browsers").path("ports"))
                .extracting(JsonNode::asText)
                .containsExactly("127.0.0.1:8095:8095", "127.0.0.1:8096:8096");
    }

    @Test
    void topicsAreThoseOfThePublishers() {
        String command = compose.path("services").path("topics").path("command").toString();

        assertThat(Publisher.values())
                .allSatisfy(publisher -> assertThat(command).contains(publisher.topic()));
    }

    @Test
    void onlyItsOwnerGetsAPrivateKeyset() {
        compose.path("services")
                .properties()
                .forEach(service -> service.getValue().path("volumes").forEach(mount -> {
                    if (mount.asText().contains(".private.json")) {
                        assertThat(mount.asText())
                                .contains("/" + service.getKey().replace("-service", "") + ".private.json:");
                    }
                }));
    }

    /** While databases.sh runs, PostgreSQL listens on its socket only, and not all databases are there. */
    @Test
    void theDatabasesAreReadyOnlyWhenAllAreThere() {
        assertThat(compose.at("/services/postgres/healthcheck/test"))
                .extracting(JsonNode::asText)
                .contains("-h");
    }

    @Test
    void whatPeopleMadeOutlivesAContainer() {
        assertThat(compose.at("/services/kafka/volumes/0").asText()).startsWith("kafka:");
        assertThat(compose.at("/services/postgres/volumes/0").asText()).startsWith("postgres:");
        assertThat(compose.at("/services/keycloak/volumes/0").asText()).isEqualTo("keycloak:/opt/keycloak/data");
    }

    @Test
    void theRealmGivesTokensWhatTheServicesCheck() throws JsonProcessingException {
        JsonNode client = realm().path("clients").path(0);

        assertThat(client.path("clientId").asText()).isEqualTo("integrations-hub");
        assertThat(client.findValuesAsText("claim.name")).containsExactlyInAnyOrder("store_id", "roles");
        assertThat(client.findValuesAsText("included.client.audience")).containsExactly("integrations-hub");
    }

    @Test
    void theRealmSendsPeopleBackToEveryServiceWithPages() throws JsonProcessingException {
        List<String> pages = HUB.stream()
                .map(service -> Checkout.text(
                        Checkout.ROOT.resolve(service).resolve("src/main/resources/application.properties")))
                .filter(settings -> settings.contains(".application-type=web-app"))
                .map(settings ->
                        settings.replaceFirst("(?s).*\\bquarkus\\.http\\.port=(\\d+)\\b.*", "http://localhost:$1/*"))
                .toList();

        assertThat(pages).hasSize(2);
        assertThat(realm().at("/clients/0/redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(pages);
    }

    /** Keycloak drops attributes that the user profile does not have, and lets people edit their own ones. */
    @Test
    void onlyAdministratorsOfTheRealmSetAStore() throws JsonProcessingException {
        JsonNode config = realm().at("/components/org.keycloak.userprofile.UserProfileProvider/0/config");
        JsonNode profile = new ObjectMapper()
                .readTree(config.path("kc.user.profile.config").path(0).asText());

        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        assertThat(profile.path("attributes"))
                .filteredOn(attribute -> attribute.path("name").asText().equals("store_id"))
                .singleElement()
                .satisfies(store -> assertThat(store.at("/permissions/edit"))
                        .extracting(JsonNode::asText)
                        .containsExactly("admin"));
    }

    private static JsonNode realm() throws JsonProcessingException {
        return new ObjectMapper().readTree(Checkout.text(FOLDER.resolve("keycloak-realm.json")));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(property -> property.getKey()).collect(Collectors.toSet());
    }
}
