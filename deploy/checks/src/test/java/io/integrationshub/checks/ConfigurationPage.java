package io.integrationshub.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page {@code deploy/docs/configuration.md}, made from the sources. */
final class ConfigurationPage {
    static final Path FILE = Checkout.ROOT.resolve("deploy/docs/configuration.md");

    private static final String RUNTIME = "platform/runtime";
    private static final String DEFAULTS = "src/main/resources/META-INF/microprofile-config.properties";

    private static final List<String> SERVICES =
            List.of("config-service", "provisioner-service", "commerce-sso-service", "execution-log-service");

    private static final String HEAD = """
            # Configuration

            Made from the sources by `./mvnw -pl deploy/checks test -Dtest=ConfigurationPageTest -Dconfiguration.write=true`; a test
            keeps it true. Every property can be set as an environment variable too: upper case, everything that is no letter or
            digit becomes `_` (`hub.jobs.poll-interval` is `HUB_JOBS_POLL_INTERVAL`).

            ## What must be set

            | property | for | meaning |
            |---|---|---|
            | `kafka.bootstrap.servers` | all | addresses of the brokers |
            | `kafka.security.protocol` | all | `SSL` or `SASL_SSL`; with it `kafka.ssl.*` for key and trust stores |
            | `quarkus.datasource.jdbc.url` | all | the service's own database; with `sslmode=verify-full` |
            | `quarkus.datasource.username`, `quarkus.datasource.password` | all | its owner |
            | `quarkus.oidc.auth-server-url` | all | issuer of the bearer tokens; they carry `store_id`, `roles` and the audience `integrations-hub` |
            | `hub.session.secret` | config, execution-log | seals the sessions of the pages; 32 characters or more, the same for all replicas |
            | `quarkus.rest-client.provisioner.url`, `quarkus.rest-client.commerce-sso.url` | config | where the two are asked for a person who waits at a page |
            | `hub.secrets.seal.provisioner` | config | public keyset file of provisioner-service |
            | `hub.secrets.seal.commerce-sso` | config, provisioner | public keyset file of commerce-sso-service |
            | `hub.secrets.open` | provisioner, commerce-sso | private keyset file of the service itself |

            A service that misses one of its keysets, or would send tokens or secrets in plain text, says so in one sentence and does
            not start. `hub.local=true` allows plain text and example passwords: only for one developer on one machine.
            """;

    private ConfigurationPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Every service\n");
        table(page, "Own settings", declared(RUNTIME));
        table(page, "Preset of the platform's libraries", preset());
        SERVICES.stream().filter(service -> !declared(service).isEmpty()).forEach(service -> {
            page.append("\n## ").append(service).append('\n');
            table(page, "Own settings", declared(service));
        });
        return page.toString();
    }

    /** Every setting of every service. */
    static List<Setting> settings() {
        return Stream.concat(
                        preset().stream(),
                        Stream.concat(Stream.of(RUNTIME), SERVICES.stream())
                                .flatMap(module -> declared(module).stream()))
                .toList();
    }

    private static void table(StringBuilder page, String title, List<Setting> settings) {
        if (!settings.isEmpty()) {
            page.append('\n').append(title).append(":\n\n| property | default | meaning |\n|---|---|---|\n");
            settings.forEach(setting -> page.append(setting.row()));
        }
    }

    private static List<Setting> declared(String module) {
        Pattern mapping = Pattern.compile("(?m)^@ConfigMapping");
        return Checkout.files(Checkout.ROOT.resolve(module).resolve("src/main/java"), ".java").stream()
                .filter(source -> mapping.matcher(Checkout.text(source)).find())
                .flatMap(source -> Mappings.settings(source).stream())
                .toList();
    }

    /** What is preset for every service, each with the comment above it; the wiring of channels and of tests is no operator's business. */
    private static List<Setting> preset() {
        Path defaults = Checkout.ROOT.resolve(RUNTIME).resolve(DEFAULTS);
        List<Setting> settings = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : Checkout.text(defaults).lines().toList()) {
            if (line.startsWith("#")) {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
            } else if (line.contains("=")) {
                int equals = line.indexOf('=');
                String name = line.substring(0, equals);
                if (!name.matches("mp\\.messaging\\..*|%test\\..*|config_ordinal")) {
                    settings.add(new Setting(name, line.substring(equals + 1), comment.toString()));
                }
                comment.setLength(0);
            } else {
                comment.setLength(0);
            }
        }
        return settings;
    }
}
