package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.sso.application.WiringConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommerceConfigTest {

    @Test
    void unlessToldOtherwiseOnlyThePublicRegionsAreCalled() {
        SmallRyeConfig settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CommerceConfig.class)
                .withMapping(WiringConfig.class)
                .build();

        CommerceConfig commerce = settings.getConfigMapping(CommerceConfig.class);
        WiringConfig wiring = settings.getConfigMapping(WiringConfig.class);

        assertThat(commerce.allowedOrigins())
                .containsExactly("https://euwest.api.elasticpath.com", "https://useast.api.elasticpath.com");
        assertThat(commerce.signInOrigins())
                .containsExactly(
                        "https://*.auth.*.amazoncognito.com",
                        "https://*.auth-fips.*.amazoncognito.com",
                        "https://cognito-idp.*.amazonaws.com");
        assertThat(commerce.callTimeout()).isEqualTo(Duration.ofSeconds(15)).isLessThan(wiring.createSettle());
        assertThat(commerce.silenceTimeout()).isEqualTo(Duration.ofSeconds(12)).isLessThan(commerce.callTimeout());
        assertThat(commerce.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(commerce.largestAnswer()).isEqualTo(1 << 20);
        assertThat(commerce.readTries()).isEqualTo(4);
        assertThat(commerce.readPause()).isEqualTo(Duration.ofMillis(500));
        assertThat(wiring.driftEvery()).isEqualTo(Duration.ofHours(10));
        assertThat(wiring.createSettle()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void noRequestAtAllIsRefusedAtTheStart() {
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("hub.commerce.requests-per-second", "0")
                .withMapping(CommerceConfig.class);

        assertThatThrownBy(settings::build)
                .hasMessageContaining("hub.commerce.requests-per-second")
                .hasStackTraceContaining("at least 1");
    }
}
