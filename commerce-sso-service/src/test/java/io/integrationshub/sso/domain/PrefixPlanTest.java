package io.integrationshub.sso.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixPlanTest {

    @Test
    void keepsAnEqualOne() {
        assertThat(PrefixPlan.of("acme", "acme", true)).isEqualTo(new PrefixPlan.Keep());
    }

    @Test
    void setsAnUnsetOne() {
        assertThat(PrefixPlan.of(null, "acme", false)).isEqualTo(new PrefixPlan.Set("acme"));
        assertThat(PrefixPlan.of(" ", "acme", false)).isEqualTo(new PrefixPlan.Set("acme"));
    }

    @Test
    void replacesAnotherOneOnlyWithConsent() {
        assertThat(PrefixPlan.of("other", "acme", false)).isEqualTo(new PrefixPlan.Differs("other", "acme"));
        assertThat(PrefixPlan.of("other", "acme", true)).isEqualTo(new PrefixPlan.Replace("other", "acme"));
    }
}
