package io.integrationshub.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Publisher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeguardsTest {
    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://login.example.com/realms/hub",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/config?currentSchema=hub&sslmode=verify-full",
            "quarkus.datasource.password", "f9-long-and-random",
            "kafka.security.protocol", "SSL",
            "hub.commerce.allowed-origins", "https://euwest.api.elasticpath.com,https://useast.api.elasticpath.com",
            "hub.session.secret", "0123456789abcdef0123456789abcdef",
            "hub.secrets.open", "/keys/open.json",
            "hub.secrets.seal.provisioner", "/keys/provisioner.json",
            "hub.secrets.seal.commerce-sso", "/keys/commerce-sso.json");

    @ParameterizedTest
    @EnumSource
    void aSafeConfigurationStarts(Publisher service) {
        assertThat(violations(service, SAFE, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url, http://login.example.com/realms/hub",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/config",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/config?sslmode=prefer",
        "quarkus.datasource.password, change-me-please",
        "quarkus.datasource.password, postgres",
        "kafka.security.protocol, PLAINTEXT",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "hub.session.secret, short",
        "hub.aws.endpoint-override, http://aws.example.com",
        "hub.commerce.allowed-origins, 'https://euwest.api.elasticpath.com,http://commerce.example.com'"
    })
    void plainTextAndExamplePasswordsAreRefusedByName(String name, String value) {
        Map<String, String> unsafe = with(name, value);

        assertThat(violations(Publisher.CONFIG, unsafe, false))
                .hasSize(1)
                .first()
                .asString()
                .contains(name)
                .endsWith(".");
        assertThat(violations(Publisher.CONFIG, unsafe, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIG, hub.secrets.seal.provisioner",
        "CONFIG, hub.secrets.seal.commerce-sso",
        "PROVISIONER, hub.secrets.open",
        "PROVISIONER, hub.secrets.seal.commerce-sso",
        "COMMERCE_SSO, hub.secrets.open"
    })
    void aMissingKeysetIsRefusedEverywhere(Publisher service, String name) {
        assertThat(violations(service, with(name, " "), true))
                .hasSize(1)
                .first()
                .asString()
                .contains(name);
    }

    @Test
    void aKeysetThatIsNotMadeYetIsNamed() {
        assertThat(violations(Publisher.COMMERCE_SSO, with("hub.secrets.open", "/gone/open.json"), false))
                .singleElement()
                .asString()
                .contains("hub.secrets.open", "/gone/open.json")
                .endsWith(".");
    }

    @Test
    void everythingThatIsInTheWayIsSaidAtOnce() {
        assertThat(violations(Publisher.COMMERCE_SSO, Map.of(), false)).hasSize(3);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> properties = new HashMap<>(SAFE);
        properties.put(name, value);
        return properties;
    }

    private static List<String> violations(Publisher service, Map<String, String> properties, boolean local) {
        return Safeguards.violations(
                service, name -> Optional.ofNullable(properties.get(name)), path -> !path.startsWith("/gone"), local);
    }
}
