package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Database;
import io.integrationshub.local.infra.Keysets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the services have to be told about the machine they run on.
 *
 * @param replicas how many processes of each service there are
 * @param sessions seals the sessions of the pages, for all replicas alike
 * @param kafka bootstrap servers
 * @param aws where Cognito and STS answer
 * @param commerce where Commerce answers
 */
record ServiceSettings(
        Ports ports, int replicas, String sessions, String kafka, URI aws, URI commerce, Keysets keysets) {
    /** As long as whoever shares out the requests needs to see that a replica is not ready any more. */
    private static final String DRAIN = "4s";

    /** The environment of one process; secrets only for those who open them. */
    Map<String, String> environment(Replica replica, Database database) {
        HubService service = replica.service();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HUB_LOCAL", "true");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(replica)));
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.issuer().toString());
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "integrations-hub");
        if (replicas > 1) {
            environment.put("HUB_REPLICA_NAME", replica.fullName());
            environment.put("QUARKUS_SHUTDOWN_DELAY", DRAIN);
        }
        if (service.hasPages()) {
            environment.put("HUB_SESSION_SECRET", sessions);
        }
        keysets.settingsOf(service.shortName()).forEach((name, path) -> environment.put(variable(name), path));
        switch (service) {
            case CONFIG -> {
                environment.put("HUB_COMMERCE_ALLOWED_ORIGINS", origin(commerce));
                environment.put(
                        "HUB_PAGES_DASHBOARD",
                        ports.url(HubService.EXECUTION_LOG).toString());
                environment.put(
                        "QUARKUS_REST_CLIENT_PROVISIONER_URL",
                        ports.url(HubService.PROVISIONER).toString());
                environment.put(
                        "QUARKUS_REST_CLIENT_COMMERCE_SSO_URL",
                        ports.url(HubService.COMMERCE_SSO).toString());
            }
            case COMMERCE_SSO -> {
                environment.put("HUB_COMMERCE_ALLOWED_ORIGINS", origin(commerce));
                if (!aws.equals(Options.REAL_AWS)) {
                    environment.put("HUB_COMMERCE_SIGN_IN_ORIGINS", origin(aws));
                }
            }
            case PROVISIONER -> {
                if (!aws.equals(Options.REAL_AWS)) {
                    environment.put("HUB_AWS_ENDPOINT_OVERRIDE", aws.toString());
                }
            }
            case EXECUTION_LOG ->
                environment.put("HUB_PAGES_HUB", ports.url(HubService.CONFIG).toString());
        }
        return environment;
    }

    /** The environment variable of a configuration property, as MicroProfile Config maps them. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
