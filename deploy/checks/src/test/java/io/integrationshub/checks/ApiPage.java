package io.integrationshub.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The page {@code deploy/docs/api.md}, made from the OpenAPI documents of the services. */
final class ApiPage {
    static final Path FILE = Checkout.ROOT.resolve("deploy/docs/api.md");

    private static final String DOCUMENT = "src/main/resources/openapi.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> SERVICES =
            List.of("config-service", "execution-log-service", "provisioner-service", "commerce-sso-service");

    private static final String HEAD = """
            # REST API

            Made from the OpenAPI documents of the services by `./mvnw -pl deploy/checks test -Dtest=ApiPageTest -Dapi.write=true`; a test
            keeps it true, and one in each service its document.

            A request needs a bearer token. Its `store_id` is the store, one of its `roles` has to be among those named here, and what belongs
            to another store is not there (404). Errors are problem details (RFC 9457) with a `code` for machines and a `detail` that says
            what to do. A front end talks to config-service and execution-log-service; config-service asks the other two for it.
            """;

    private ApiPage() {}

    /**
     * One operation.
     *
     * @param roles any of which is enough
     */
    record Operation(String service, String method, String path, List<String> roles, String summary) {
        String row() {
            return "| " + method + " | `" + path + "` | " + String.join(", ", roles) + " | "
                    + summary.replace("|", "\\|") + " |\n";
        }
    }

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            page.append("\n## ").append(service).append("\n\n");
            page.append("[OpenAPI document](../../").append(service).append("/" + DOCUMENT + ")\n\n");
            page.append("| method | path | roles | what it does |\n|---|---|---|---|\n");
            operations(service).forEach(operation -> page.append(operation.row()));
        }
        return page.toString();
    }

    static List<Operation> operations() {
        return SERVICES.stream()
                .flatMap(service -> operations(service).stream())
                .toList();
    }

    private static List<Operation> operations(String service) {
        return document(service).path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .map(method -> new Operation(
                                service,
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                roles(method.getValue()),
                                method.getValue().path("summary").asText())))
                .toList();
    }

    /** The scopes of the security requirement, which are the roles that the method allows. */
    private static List<String> roles(JsonNode operation) {
        return StreamSupport.stream(operation.path("security").spliterator(), false)
                .flatMap(requirement -> requirement.properties().stream())
                .flatMap(scheme -> StreamSupport.stream(scheme.getValue().spliterator(), false))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private static JsonNode document(String service) {
        try {
            return YAML.readTree(Checkout.text(Checkout.ROOT.resolve(service).resolve(DOCUMENT)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
