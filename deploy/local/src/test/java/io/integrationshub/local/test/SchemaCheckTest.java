package io.integrationshub.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
    private static final String TYPE = "io.integrationshub.SignInReady.v1";

    @Test
    void aGoldenSampleIsValid() throws IOException {
        assertThat(new SchemaCheck().problems(TYPE, sample())).isEmpty();
    }

    @Test
    void aRetypedFieldAndAMissingOneAreFound() throws IOException {
        String damaged =
                sample().replace("\"writes\" : 2", "\"writes\" : \"two\"").replace("\"signInHost\"", "\"host\"");

        assertThat(new SchemaCheck().problems(TYPE, damaged))
                .anyMatch(problem -> problem.contains("writes"))
                .anyMatch(problem -> problem.contains("signInHost"));
    }

    @Test
    void whatIsNotJsonIsInvalid() {
        assertThat(new SchemaCheck().problems(TYPE, "{")).containsExactly("not JSON");
    }

    @Test
    void aTypeOutsideTheContractsIsInvalid() {
        assertThat(new SchemaCheck().problems("com.example.Other", "{}"))
                .containsExactly("no schema for ce_type 'com.example.Other'");
    }

    private static String sample() throws IOException {
        try (InputStream sample = SchemaCheckTest.class.getResourceAsStream(
                "/io/integrationshub/contracts/golden/SignInReady.v1/1.0.json")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
