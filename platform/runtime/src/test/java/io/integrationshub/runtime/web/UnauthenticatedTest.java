package io.integrationshub.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class UnauthenticatedTest {
    @Test
    void aSignInProviderThatDoesNotAnswerIsNobodysFaultAndPasses() {
        Response answer = new Unauthenticated().unavailable(new OIDCException("OIDC Server is not available"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("10");
        assertThat(((HttpProblem) answer.getEntity()).getParameters()).containsEntry("code", "SIGN_IN_UNAVAILABLE");
    }
}
