package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.integrationshub.contracts.Publisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests fit their schemas, and what they say fits the sources. */
class KubernetesTest {
    private static final Path FOLDER = Checkout.ROOT.resolve("deploy/kubernetes");
    private static final List<String> SERVICES = Arrays.stream(Publisher.values())
            .map(publisher -> publisher.source().substring(1))
            .toList();

    private final List<ObjectNode> base = Kustomization.render(FOLDER.resolve("base"));

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/small", "overlays/large"})
    void everyObjectFitsItsSchema(String folder) {
        List<ObjectNode> objects = Kustomization.render(FOLDER.resolve(folder));

        assertThat(objects).hasSizeGreaterThan(60);
        assertThat(objects.stream()
                        .flatMap(object -> ManifestSchemas.violations(object).stream()
                                .map(violation ->
                                        object.path("kind") + " " + object.at("/metadata/name") + ": " + violation)))
                .isEmpty();
    }

    @Test
    void aMemberThatThereIsNotIsFound() {
        ObjectNode deployment =
                (ObjectNode) object("Deployment", "config-service").deepCopy();
        ((ObjectNode) deployment.path("spec")).put("replica", 2);
        ObjectNode topic =
                (ObjectNode) object("KafkaTopic", "hub.pool.events.v1").deepCopy();
        ((ObjectNode) topic.path("spec")).put("partition", 6);
        ObjectNode cluster = (ObjectNode) object("Cluster", "config-db").deepCopy();
        ((ObjectNode) cluster.path("spec")).put("instance", 2);

        assertThat(Stream.of(deployment, topic, cluster))
                .allSatisfy(
                        broken -> assertThat(ManifestSchemas.violations(broken)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/large"})
    void kubectlMakesTheSameOfIt(String folder) throws IOException, InterruptedException {
        assumeTrue(kubectlIsHere(), "no kubectl here");
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).isZero();

        assertThat(Kustomization.parse(rendered).stream().map(KubernetesTest::withoutNamespaceOfSubjects))
                .containsExactlyInAnyOrderElementsOf(Kustomization.render(FOLDER.resolve(folder)).stream()
                        .map(KubernetesTest::withoutNamespaceOfSubjects)
                        .toList());
    }

    @Test
    void topicsAreThoseOfThePublishersAsDecided() {
        for (Publisher publisher : Publisher.values()) {
            assertThat(object("KafkaTopic", publisher.topic())
                            .at("/spec/partitions")
                            .asInt())
                    .isEqualTo(6);
            assertThat(object("KafkaTopic", publisher.topic() + ".dlq")
                            .at("/spec/partitions")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(of("KafkaTopic")).hasSize(8).allSatisfy(topic -> {
            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
            assertThat(topic.at("/spec/config/retention.ms").asInt()).isEqualTo(-1);
            assertThat(topic.at("/spec/config/cleanup.policy").asText()).isEqualTo("delete");
        });
    }

    /** Its own topic to write, what its channels read, and dead letters. */
    @ParameterizedTest
    @ValueSource(strings = {"config-service", "provisioner-service", "commerce-sso-service", "execution-log-service"})
    void aServiceMayUseTheTopicsOfItsChannelsAndNoOthers(String service) {
        Set<String> read = channels(service);
        Set<String> mayRead = new TreeSet<>();
        Set<String> mayWrite = new TreeSet<>();
        for (JsonNode acl : object("KafkaUser", service).at("/spec/authorization/acls")) {
            String name = acl.at("/resource/name").asText();
            boolean topic = acl.at("/resource/type").asText().equals("topic");
            assertThat(topic || name.equals(service)).isTrue();
            acl.path("operations").forEach(operation -> {
                if (topic && operation.asText().equals("Read")) {
                    mayRead.add(name);
                }
                if (topic && operation.asText().equals("Write")) {
                    mayWrite.add(name);
                }
            });
        }
        boolean log = service.startsWith("execution-log");
        Publisher own = Arrays.stream(Publisher.values())
                .filter(publisher -> publisher.source().equals("/" + service))
                .findFirst()
                .orElseThrow();

        assertThat(mayRead).containsAll(read).allMatch(topic -> log || !topic.endsWith(".dlq"));
        assertThat(mayWrite)
                .contains(own.topic())
                .containsAll(read.stream().map(t -> t + ".dlq").toList());
        assertThat(mayWrite).allMatch(topic -> log || topic.equals(own.topic()) || topic.endsWith(".dlq"));
    }

    @Test
    void everyServiceIsHeldToTheSameRules() {
        assertThat(SERVICES).allSatisfy(service -> {
            JsonNode pod = object("Deployment", service).at("/spec/template/spec");
            JsonNode container = pod.at("/containers/0");
            assertThat(object("PodDisruptionBudget", service)
                            .at("/spec/maxUnavailable")
                            .asInt())
                    .isEqualTo(1);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("topologySpreadConstraints")).hasSize(2);
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.has("startupProbe")
                            && container.has("readinessProbe")
                            && container.has("livenessProbe"))
                    .isTrue();
            assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                    .as("delay, requests under way, jobs")
                    .isGreaterThan(8 + 5 + 10);
        });
    }

    /** A number in the Deployment would take away at each apply what the autoscaler has added. */
    @Test
    void howManyReplicasThereAreIsForTheAutoscalersToSay() {
        assertThat(SERVICES).allSatisfy(service -> {
            JsonNode scaler = service.equals("config-service")
                    ? object("HorizontalPodAutoscaler", service).at("/spec/minReplicas")
                    : object("ScaledObject", service).at("/spec/minReplicaCount");
            assertThat(object("Deployment", service).path("spec").has("replicas"))
                    .isFalse();
            assertThat(scaler.asInt()).isEqualTo(2);
        });
    }

    @Test
    void theServicesAreToldOnlyWhatTheyUnderstand() {
        Set<String> known =
                ConfigurationPage.settings().stream().map(Setting::variable).collect(Collectors.toSet());

        assertThat(SERVICES).allSatisfy(service -> {
            Set<String> told = new TreeSet<>();
            object("Deployment", service)
                    .at("/spec/template/spec/containers/0/env")
                    .forEach(variable -> told.add(variable.path("name").asText()));
            assertThat(told.stream().filter(name -> name.startsWith("HUB_"))).isSubsetOf(known);
            assertThat(told).doesNotContain("HUB_LOCAL").contains("KAFKA_SECURITY_PROTOCOL", "QUARKUS_SHUTDOWN_DELAY");
        });
    }

    /** It is the service with another order, and none of its replicas. */
    @Test
    void historiesAreToldAgainWithTheSettingsOfTheServiceAndBesideIt() {
        JsonNode job = object("CronJob", "rebuild-histories").path("spec");
        JsonNode pod = job.at("/jobTemplate/spec/template/spec");
        JsonNode service = object("Deployment", "execution-log-service").at("/spec/template/spec");
        JsonNode selector = object("Service", "execution-log-service").at("/spec/selector");

        assertThat(job.path("suspend").asBoolean()).isTrue();
        assertThat(pod.at("/containers/0/args")).hasSize(1).first().hasToString("\"rebuild\"");
        for (String member : List.of("image", "env", "volumeMounts", "securityContext")) {
            assertThat(pod.at("/containers/0/" + member)).isEqualTo(service.at("/containers/0/" + member));
        }
        for (String member : List.of("volumes", "securityContext", "serviceAccountName")) {
            assertThat(pod.path(member)).isEqualTo(service.path(member));
        }
        assertThat(job.at("/jobTemplate/spec/template/metadata/labels/app.kubernetes.io~1name"))
                .isNotEqualTo(selector.path("app.kubernetes.io/name"));
    }

    /** Else the links between the two services' pages lead a browser to its own machine. */
    @ParameterizedTest
    @CsvSource({
        "config-service, HUB_PAGES_DASHBOARD, execution-log-service",
        "execution-log-service, HUB_PAGES_HUB, config-service"
    })
    void pagesLeadToEachOtherThroughTheIngress(String from, String variable, String to) {
        String host = "";
        for (JsonNode rule : object("Ingress", "integrations-hub").at("/spec/rules")) {
            if (rule.at("/http/paths/0/backend/service/name").asText().equals(to)) {
                host = rule.path("host").asText();
            }
        }

        assertThat(variable(from, variable)).isEqualTo("https://" + host);
    }

    @Test
    void onlyTheTwoThatTalkToTheOutsideGetOut() {
        Set<String> outside = of("NetworkPolicy")
                .filter(policy -> policy.at("/spec/egress").findValue("ipBlock") != null)
                .map(policy -> policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .collect(Collectors.toSet());

        assertThat(outside).containsExactlyInAnyOrder("provisioner-service", "commerce-sso-service");
        assertThat(object("NetworkPolicy", "deny-all").at("/spec/policyTypes")).hasSize(2);
        assertThat(object("NetworkPolicy", "deny-all").at("/spec").has("egress"))
                .isFalse();
    }

    @Test
    void privateKeysetsAreMountedByTheirOwnersOnly() {
        assertThat(SERVICES).allSatisfy(service -> {
            List<String> mounted = object("Deployment", service)
                    .at("/spec/template/spec/volumes")
                    .findValuesAsText("secretName");
            assertThat(mounted.stream().filter(name -> name.endsWith("-private-keyset")))
                    .allMatch(name -> name.equals(service.replace("-service", "-private-keyset")));
        });
    }

    /** The topics that a service's incoming channels name. */
    private static Set<String> channels(String service) {
        return Checkout.text(Checkout.ROOT.resolve(service).resolve("src/main/resources/application.properties"))
                .lines()
                .filter(line -> line.matches("mp\\.messaging\\.incoming\\.[a-z-]+\\.topics?=.*"))
                .flatMap(line -> Arrays.stream(line.split("=", 2)[1].split(",", -1)))
                .collect(Collectors.toSet());
    }

    private static JsonNode withoutNamespaceOfSubjects(JsonNode object) {
        // kubectl adds it to the subjects of a RoleBinding.
        object.path("subjects").forEach(subject -> ((ObjectNode) subject).remove("namespace"));
        return object;
    }

    private static boolean kubectlIsHere() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Path.of(folder, "kubectl").toFile().canExecute());
    }

    private String variable(String service, String name) {
        for (JsonNode variable : object("Deployment", service).at("/spec/template/spec/containers/0/env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable.path("value").asText();
            }
        }
        return "";
    }

    private JsonNode object(String kind, String name) {
        List<ObjectNode> found = new ArrayList<>(
                of(kind).filter(object -> object.at("/metadata/name").asText().equals(name))
                        .toList());
        assertThat(found).as(kind + " " + name).hasSize(1);
        return found.getFirst();
    }

    private Stream<ObjectNode> of(String kind) {
        return base.stream().filter(object -> object.path("kind").asText().equals(kind));
    }
}
