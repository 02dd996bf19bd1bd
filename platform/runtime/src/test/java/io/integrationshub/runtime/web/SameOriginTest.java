package io.integrationshub.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
    @ParameterizedTest
    @CsvSource({
        "same-origin,               ,                        hub.example.com,      true",
        "same-origin,               https://evil.example,    hub.example.com,      true",
        "cross-site,                https://hub.example.com, hub.example.com,      false",
        "same-site,                 https://hub.example.com, hub.example.com,      false",
        "none,                      ,                        hub.example.com,      false",
        ",                          https://hub.example.com, hub.example.com,      true",
        ",                          http://localhost:8081,   localhost:8081,       true",
        ",                          http://localhost:8084,   localhost:8081,       false",
        ",                          https://evil.example,    hub.example.com,      false",
        ",                          null,                    hub.example.com,      false",
        ",                          'https://[broken',       hub.example.com,      false",
        ",                          ,                        hub.example.com,      false",
        ",                          https://hub.example.com, ,                     false",
    })
    void aFormIsTakenFromTheHubsOwnPagesOnly(String site, String origin, String host, boolean trusted) {
        assertThat(SameOrigin.trusted(site, origin, host)).isEqualTo(trusted);
    }
}
