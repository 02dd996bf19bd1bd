package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutArgumentsEverythingHasItsDefault() {
        assertThat(Options.parse())
                .isEqualTo(new Options(
                        false, false, false, false, 8080, 1, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void everyOptionIsUnderstoodInAnyOrder() {
        Options options = Options.parse(
                "--exit",
                "--port-base",
                "9000",
                "--commerce-url",
                "https://euwest.api.elasticpath.com",
                "--fresh",
                "--state",
                "target/elsewhere",
                "--aws-endpoint=https://cognito-idp.eu-west-1.amazonaws.com",
                "--replicas=3",
                "--demo");

        assertThat(options)
                .isEqualTo(new Options(
                        false,
                        true,
                        true,
                        true,
                        9000,
                        3,
                        Optional.of(Path.of("target/elsewhere")),
                        Optional.of(URI.create("https://cognito-idp.eu-west-1.amazonaws.com")),
                        Optional.of(URI.create("https://euwest.api.elasticpath.com"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frsh", "demo", "-x", ""})
    void anUnknownArgumentIsNamed(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown option " + argument + " (see --help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65520", "x", "-1", "8080 "})
    void aPortBaseThatLeavesNoRoomIsRefused(String base) {
        assertThatThrownBy(() -> Options.parse("--port-base", base))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("from 1024 to 65481, not " + base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "two"})
    void thereAreOneToFiveReplicas(String replicas) {
        assertThatThrownBy(() -> Options.parse("--replicas", replicas))
                .isInstanceOf(UsageException.class)
                .hasMessage("--replicas is a number from 1 to 5, not " + replicas);
    }

    @ParameterizedTest
    @CsvSource({
        "--aws-endpoint,localhost:4566",
        "--commerce-url,ftp://x",
        "--commerce-url,http:///x",
        "--aws-endpoint,http://a b"
    })
    void anEndpointIsAnHttpUrl(String option, String url) {
        assertThatThrownBy(() -> Options.parse(option, url))
                .isInstanceOf(UsageException.class)
                .hasMessage(option + " is an http or https URL, not " + url);
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> Options.parse("--port-base")).hasMessage("--port-base needs a value");
    }
}
