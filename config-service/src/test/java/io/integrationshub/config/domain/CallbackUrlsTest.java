package io.integrationshub.config.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.BuyerOrganization;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlsTest {
    private static List<Violation> violations(Boolean enabled, List<String> urls) {
        return switch (CallbackUrls.check(enabled, urls)) {
            case Checked.Valid<BuyerOrganization> valid -> List.of();
            case Checked.Invalid<BuyerOrganization>(List<Violation> violations) -> violations;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com",
                "https://shop.example.com/oidc/callback?x=1",
                "https://shop.example.com:8443/oidc",
                "HTTPS://shop.example.com",
                "http://localhost",
                "http://localhost:3000/oidc",
                "https://192.0.2.7/oidc",
                "https://shop.example.com/caf%C3%A9",
            })
    void completeAddressesAreTaken(String url) {
        assertThat(CallbackUrls.check(true, List.of(" " + url + " ")))
                .isEqualTo(new Checked.Valid<>(new BuyerOrganization(true, List.of(url))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example.com | NOT_HTTPS",
                "http://localhost.evil.example | NOT_HTTPS",
                "javascript:alert(1) | NOT_HTTPS",
                "data:text/html,x | NOT_HTTPS",
                "myapp://callback | NOT_HTTPS",
                "shop.example.com/oidc | MALFORMED",
                "/oidc | MALFORMED",
                "//shop.example.com/oidc | MALFORMED",
                "https:///oidc | MALFORMED",
                "https:shop.example.com | MALFORMED",
                "https://*.example.com/oidc | MALFORMED",
                "https://user:pw@shop.example.com | MALFORMED",
                "https://shop.example.com/a b | MALFORMED",
                "https://shop.example.com/\"x | MALFORMED",
                "https://shop.example.com/{{url}} | MALFORMED",
                "https://shop.example.com/#top | FRAGMENT",
                "https://shop.example.com/# | FRAGMENT",
            })
    void anythingElseIsNotAndSaysWhere(String url, String code) {
        List<Violation> violations = violations(true, List.of("https://shop.example.com/ok", url));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/callbackUrls/1");
            assertThat(violation.code()).isEqualTo(code);
        });
    }

    @Test
    void atLeastOneIsNeededWhenSwitchedOn() {
        for (List<String> none : Arrays.asList(null, List.<String>of())) {
            assertThat(violations(true, none))
                    .extracting(Violation::pointer, Violation::code)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("/callbackUrls", "REQUIRED"));
            assertThat(violations(false, none)).isEmpty();
        }
    }

    @Test
    void fiveAreEnough() {
        List<String> six = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> "https://shop" + i + ".example.com")
                .toList();

        assertThat(violations(true, six.subList(0, 5))).isEmpty();
        assertThat(violations(true, six)).extracting(Violation::code).containsExactly("TOO_MANY");
        assertThat(violations(true, Collections.nCopies(10_000, "x"))).hasSizeLessThan(10);
    }

    @Test
    void twiceTheSameIsRefusedAtTheSecond() {
        assertThat(violations(true, List.of("https://a.example", "https://b.example", "https://a.example")))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("/callbackUrls/2", "DUPLICATE"));
    }

    @Test
    void emptyLinesAndEndlessOnesAreRefused() {
        List<String> urls = Arrays.asList(null, " ", "https://shop.example.com/" + "a".repeat(1001));

        assertThat(violations(true, urls))
                .extracting(Violation::code)
                .containsExactly("REQUIRED", "REQUIRED", "TOO_LONG");
    }

    @Test
    void switchedOffTheUrlsAreKeptButHaveToBeRight() {
        List<String> urls = List.of("https://shop.example.com");

        assertThat(CallbackUrls.check(false, urls)).isEqualTo(new Checked.Valid<>(new BuyerOrganization(false, urls)));
        assertThat(violations(false, List.of("ftp://x"))).hasSize(1);
        assertThat(violations(null, urls)).extracting(Violation::pointer).containsExactly("/enabled");
    }
}
