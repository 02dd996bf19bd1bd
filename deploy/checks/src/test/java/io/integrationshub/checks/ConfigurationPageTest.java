package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    @Test
    void thePageIsWhatTheSourcesSay() throws IOException {
        String page = ConfigurationPage.render();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(ConfigurationPage.FILE, page);
        }

        assertThat(Checkout.text(ConfigurationPage.FILE))
                .as(
                        "deploy/docs/configuration.md is old: run ./mvnw -pl deploy/checks test -Dtest=ConfigurationPageTest"
                                + " -Dconfiguration.write=true")
                .isEqualTo(page);
    }

    @Test
    void settingsAreFoundWithTheirDefaultsAndGroups() {
        assertThat(ConfigurationPage.settings())
                .contains(new Setting("hub.secrets.seal.provisioner", "", "Of provisioner-service."))
                .anySatisfy(setting -> {
                    assertThat(setting.variable()).isEqualTo("HUB_JOBS_POLL_INTERVAL");
                    assertThat(setting.value()).isEqualTo("1s");
                });
    }
}
