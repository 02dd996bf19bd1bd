package io.integrationshub.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalPagesTest {
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
        "GET,  503, Not possible just now",
        "GET,  504, Something went wrong on our side",
    })
    void everyStatusHasAPage(String method, int status, String title) {
        RefusalPages.Refusal refusal = RefusalPages.of(method, status, null, "00-trace");

        assertThat(refusal.title()).isEqualTo(title);
        assertThat(refusal.detail()).isNotBlank();
        assertThat(refusal.trace()).isEqualTo(status < 500 ? "" : "00-trace");
    }

    @Test
    void whatIsWrongWithAParameterIsToldOnThePageToo() {
        HttpProblem problem = Problems.badParameter("since", "since is a time such as 2026-01-31T12:00:00Z.");

        assertThat(RefusalPages.of("GET", 400, problem, "").detail()).isEqualTo(problem.getDetail());
    }
}
