package io.integrationshub.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/x;y",
                "/api;/x",
                "/api/x%3By",
                "/api%2fx",
                "/api%2Fx",
                "/api%5Cx",
                "/api\\x",
                "//api",
                "/api//x",
                "/api/./x",
                "/api/../x",
                "/api/..",
                "/api/%2e%2e/x",
                "/api/%252fx",
                "/api/x%00"
            })
    void refusesPathsThatCanBeReadInMoreThanOneWay(String path) {
        assertThat(RequestGuard.ambiguous(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/integrations/019ab000-0000-7000-8000-000000000001",
                "/api/.hidden",
                "/a.b/c..d",
                "/%C3%A9"
            })
    void letsPlainPathsPass(String path) {
        assertThat(RequestGuard.ambiguous(path)).isFalse();
    }
}
