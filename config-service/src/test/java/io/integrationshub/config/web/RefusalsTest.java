package io.integrationshub.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    @ParameterizedTest
    @CsvSource({
        "POST, 403, You may not do this",
        "GET,  404, Page not found",
        "GET,  405, Choose it once more",
        "POST, 405, This could not be read",
        "POST, 413, That is too much",
        "POST, 415, This could not be read",
        "POST, 499, This could not be read",
        "GET,  500, Something went wrong on our side",
        "GET,  503, Something went wrong on our side",
    })
    void everyStatusHasAPage(String method, int status, String title) {
        Refusals.Refusal refusal = Refusals.of(method, status, null, "00-trace");

        assertThat(refusal.title()).isEqualTo(title);
        assertThat(refusal.detail()).isNotBlank();
        assertThat(refusal.trace()).isEqualTo(status < 500 ? "" : "00-trace");
    }
}
