package io.integrationshub.config.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.UserPoolSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationPageTest {
    private static final Set<String> ORIGINS = Set.of("https://euwest.api.elasticpath.com");
    private static final String AWS_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final Sealing SEALING = (kind, secret) ->
            new StoredSecret(new SealedSecret(kind + "#" + secret.reveal().length()), NOW, "ada");

    /** A valid page, one value of which a test replaces. */
    private static EnteredConfiguration page(String field, String value) {
        return new EnteredConfiguration(
                new EnteredConfiguration.Commerce(
                        pick(field, value, "clientId", "client-id"),
                        new EnteredSecret(pick(field, value, "clientSecret", "client-secret")),
                        pick(field, value, "tokenUrl", "euwest.api.elasticpath.com")),
                new EnteredConfiguration.Aws(
                        pick(field, value, "accessKeyId", "AKIAIOSFODNN7EXAMPLE"),
                        new EnteredSecret(pick(field, value, "secretAccessKey", AWS_SECRET)),
                        pick(field, value, "region", "eu-west-1")),
                new EnteredConfiguration.Pool(
                        pick(field, value, "name", "Acme"),
                        pick(field, value, "domainPrefix", "acme-shop"),
                        pick(field, value, "oidcProfileName", "Acme sign-in"),
                        pick(field, value, "existingPoolId", null),
                        null,
                        null,
                        null),
                null,
                null);
    }

    private static String pick(String field, String value, String name, String valid) {
        return field.equals(name) ? value : valid;
    }

    private static List<Violation> violations(EnteredConfiguration entered) {
        return switch (ConfigurationPage.check(entered, ConfigurationPage.Kept.of(null), ORIGINS, SEALING)) {
            case Checked.Valid<ConfigurationPage> valid -> List.of();
            case Checked.Invalid<ConfigurationPage>(List<Violation> violations) -> violations;
        };
    }

    private static ConfigurationPage valid(EnteredConfiguration entered, ConfigurationPage before) {
        return ((Checked.Valid<ConfigurationPage>)
                        ConfigurationPage.check(entered, ConfigurationPage.Kept.of(before), ORIGINS, SEALING))
                .page();
    }

    @Test
    void aValidPageIsNormalisedAndItsSecretsAreSealed() {
        ConfigurationPage page = valid(page("accessKeyId", " AKIAIOSFODNN7EXAMPLE\n"), null);

        assertThat(page.tokenUrl()).isEqualTo("https://euwest.api.elasticpath.com/oauth/access_token");
        assertThat(page.accessKeyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(page.clientSecret().sealed().ciphertext()).isEqualTo("COMMERCE_CLIENT_SECRET#13");
        assertThat(page.secretAccessKey().sealed().ciphertext()).isEqualTo("AWS_SECRET_ACCESS_KEY#40");
        assertThat(page.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "clientId, /commerce/clientId",
        "clientSecret, /commerce/clientSecret",
        "tokenUrl, /commerce/tokenUrl",
        "accessKeyId, /aws/accessKeyId",
        "secretAccessKey, /aws/secretAccessKey",
        "region, /aws/region",
        "domainPrefix, /userPool/domainPrefix",
        "oidcProfileName, /userPool/oidcProfileName",
    })
    void eachOfTheseIsRequired(String field, String pointer) {
        for (String nothing : new String[] {null, "", "  "}) {
            assertThat(violations(page(field, nothing))).singleElement().satisfies(violation -> {
                assertThat(violation.pointer()).isEqualTo(pointer);
                assertThat(violation.code()).isEqualTo("REQUIRED");
                assertThat(violation.detail()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clientId | two words | MALFORMED",
                "clientId | ünicode | MALFORMED",
                "clientSecret | two words | MALFORMED",
                "tokenUrl | https://useast.api.elasticpath.com | HOST_NOT_ALLOWED",
                "tokenUrl | https://euwest.api.elasticpath.com.evil.example | HOST_NOT_ALLOWED",
                "tokenUrl | https://euwest.cm.elasticpath.com | COMMERCE_MANAGER_HOST",
                "tokenUrl | http://euwest.api.elasticpath.com | NOT_HTTPS",
                "accessKeyId | ASIAIOSFODNN7EXAMPLE | TEMPORARY_KEY",
                "accessKeyId | AKIAIOSFODNN7EXAMPL | MALFORMED",
                "accessKeyId | AKIAIOSFODNN7EXAMPLE1 | MALFORMED",
                "accessKeyId | akiaiosfodnn7example | MALFORMED",
                "accessKeyId | AROAIOSFODNN7EXAMPLE | MALFORMED",
                "secretAccessKey | wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKE | MALFORMED",
                "secretAccessKey | wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEYY | MALFORMED",
                "secretAccessKey | wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEK*Y | MALFORMED",
                "region | eu-west-1.evil.example/ | MALFORMED",
                "region | ../ | MALFORMED",
                "region | eu-west-1# | MALFORMED",
                "region | Ireland | MALFORMED",
                "region | eu-west | MALFORMED",
                "region | EU-WEST-1 | MALFORMED",
                "region | cn-north-1 | NO_COGNITO",
                "name | a;b | MALFORMED",
                "name | a\"b | MALFORMED",
                "name | ünicode | MALFORMED",
                "domainPrefix | Acme | MALFORMED",
                "domainPrefix | -acme | MALFORMED",
                "domainPrefix | acme- | MALFORMED",
                "domainPrefix | acme_shop | MALFORMED",
                "domainPrefix | acme.auth.eu-west-1.amazoncognito.com | MALFORMED",
                "domainPrefix | my-aws-shop | RESERVED_WORD",
                "domainPrefix | amazonas | RESERVED_WORD",
                "domainPrefix | cognito | RESERVED_WORD",
                "existingPoolId | eu-west-1 | MALFORMED",
                "existingPoolId | eu-west-1_aB3/../x | MALFORMED",
                "existingPoolId | us-east-1_aB3dE5fG7 | OTHER_REGION",
            })
    void aWrongValueIsNamedWithARemedyAndNeverQuoted(String field, String value, String code) {
        assertThat(violations(page(field, value))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).endsWith("/" + field);
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation.detail()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"clientId, 257", "clientSecret, 513", "oidcProfileName, 256", "name, 129", "domainPrefix, 64"})
    void tooLongIsRefusedAndOneLessIsNot(String field, int tooLong) {
        assertThat(violations(page(field, "a".repeat(tooLong))))
                .extracting(Violation::code)
                .containsAnyOf("TOO_LONG", "MALFORMED");
        assertThat(violations(page(field, "a".repeat(tooLong - 1)))).isEmpty();
    }

    @Test
    void controlCharactersAreRefusedInTheProfileName() {
        for (String name : List.of("a\u0000b", "a\nb", "a\u001b[31mb", "a\ud800b", "a\u0085b")) {
            assertThat(violations(page("oidcProfileName", name)))
                    .as(HexFormat.of().formatHex(name.getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                    .extracting(Violation::code)
                    .containsExactly("MALFORMED");
        }
        assertThat(violations(page("oidcProfileName", "Anmeldung für Händler 日本 🔑")))
                .isEmpty();
    }

    @Test
    void thePoolIsCalledEpccUnlessNamed() {
        assertThat(valid(page("name", " "), null).userPool().name()).isEqualTo("EPCC");
        assertThat(valid(page("name", null), null).userPool().name()).isEqualTo("EPCC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-gov-west-1", "eusc-de-east-1", "ap-southeast-7", "us-east-2"})
    void knownRegionsNeedNoSecondLook(String region) {
        assertThat(valid(page("region", region), null).warnings()).isEmpty();
    }

    @Test
    void aRegionThatMayBeNewIsTakenWithAWarning() {
        assertThat(valid(page("region", "eu-north-2"), null).warnings())
                .extracting(Violation::code)
                .containsExactly("UNKNOWN_REGION");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        EnteredConfiguration empty = new EnteredConfiguration(null, null, null, null, null);

        assertThat(violations(empty)).extracting(Violation::pointer).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aSecretLeftEmptyIsKept() {
        ConfigurationPage before = valid(page("", ""), null);

        ConfigurationPage after = valid(
                new EnteredConfiguration(
                        new EnteredConfiguration.Commerce("other-id", null, "euwest.api.elasticpath.com"),
                        new EnteredConfiguration.Aws("AKIAIOSFODNN7EXAMPLE", new EnteredSecret(""), "eu-west-1"),
                        new EnteredConfiguration.Pool("Acme", "acme-shop", "Acme", null, null, null, null),
                        null,
                        null),
                before);

        assertThat(after.clientId()).isEqualTo("other-id");
        assertThat(after.clientSecret()).isSameAs(before.clientSecret());
        assertThat(after.secretAccessKey()).isSameAs(before.secretAccessKey());
    }

    @Test
    void nothingIsSealedOfAPageThatIsNotValid() {
        Sealing never = (kind, secret) -> {
            throw new AssertionError("sealed");
        };

        assertThat(ConfigurationPage.check(page("region", "nowhere"), ConfigurationPage.Kept.of(null), ORIGINS, never))
                .isInstanceOf(Checked.Invalid.class);
    }

    @Test
    void anEnteredSecretShowsNothing() {
        assertThat(page("clientSecret", "hunter2-hunter2").toString()).doesNotContain("hunter2", AWS_SECRET);
    }

    @Test
    void whatIsOptionalIsTakenAsItIs() {
        String png =
                Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

        ConfigurationPage page = valid(
                with(
                        new EnteredConfiguration.Pool(
                                null,
                                "acme-shop",
                                "Acme",
                                " eu-west-1_aB3dE5fG7 ",
                                true,
                                Mfa.OPTIONAL,
                                new EnteredConfiguration.LookOfPages(".logo-customizable {}", png, null)),
                        new EnteredConfiguration.Drift(true, List.of("cognito.UserPool.Policies")),
                        new EnteredConfiguration.Retry(3, 5, true)),
                null);

        assertThat(page.userPool())
                .isEqualTo(new UserPoolSpec(
                        "EPCC",
                        "acme-shop",
                        "Acme",
                        "eu-west-1_aB3dE5fG7",
                        true,
                        Mfa.OPTIONAL,
                        new HostedUi(".logo-customizable {}", png)));
        assertThat(page.drift()).isEqualTo(new DriftPolicy(true, List.of("cognito.UserPool.Policies")));
        assertThat(page.automaticRetry()).isEqualTo(new AutomaticRetry(3, 5, true));
    }

    @Test
    void aLogoLeftOutIsKeptAndAnEmptyOneIsTakenAway() {
        String png =
                Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ConfigurationPage before = valid(looking(null, png), null);

        assertThat(valid(looking("a {}", null), before).userPool().hostedUi()).isEqualTo(new HostedUi("a {}", png));
        assertThat(valid(looking("a {}", ""), before).userPool().hostedUi()).isEqualTo(new HostedUi("a {}", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "131073 | 0 | | /userPool/hostedUi/css | TOO_LONG",
                "1 | 131073 | | /userPool/hostedUi/logo | TOO_LARGE",
                "1 | 0 | no base64 | /userPool/hostedUi/logo | MALFORMED",
                "1 | 0 | R0lGODlhAQABAAAAACw= | /userPool/hostedUi/logo | NO_IMAGE",
            })
    void whatCognitoWouldNotShowIsRefused(int css, int logo, String text, String pointer, String code) {
        byte[] image = new byte[logo];
        String base64 = text == null ? Base64.getEncoder().encodeToString(image) : text;

        assertThat(violations(looking("x".repeat(css), base64))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.code()).isEqualTo(code);
        });
    }

    @Test
    void managedLoginIsTakenInItsOwnStyleOrCognitos() {
        Map<String, Object> style = Map.of("components", Map.of("form", Map.of("borderRadius", 4)));

        assertThat(valid(managed(style), null).userPool().hostedUi())
                .isEqualTo(new HostedUi(null, null, new ManagedLogin(style)));
        assertThat(valid(managed(null), null).userPool().hostedUi())
                .isEqualTo(new HostedUi(null, null, new ManagedLogin(null)));
    }

    static Stream<Arguments> stylesThatAreNone() {
        return Stream.of(
                Arguments.of("{", "MALFORMED"),
                Arguments.of(List.of(), "MALFORMED"),
                Arguments.of(Map.of("a", "\u0000"), "MALFORMED"),
                Arguments.of(Map.of("a", "x".repeat(131_072)), "TOO_LONG"));
    }

    @ParameterizedTest
    @MethodSource("stylesThatAreNone")
    void whatIsNoStyleIsRefused(Object settings, String code) {
        assertThat(violations(managed(settings))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/userPool/hostedUi/managedLogin/settings");
            assertThat(violation.code()).isEqualTo(code);
        });
    }

    @Test
    void policiesHaveLimits() {
        assertThat(violations(with(
                        null,
                        new EnteredConfiguration.Drift(
                                null, Arrays.asList("cognito.UserPool", "cognito.UserPool", "s3.Bucket", null)),
                        new EnteredConfiguration.Retry(11, 0, null))))
                .extracting(each -> each.pointer() + " " + each.code())
                .contains(
                        "/drift/ignore/1 DUPLICATE",
                        "/drift/ignore/2 MALFORMED",
                        "/drift/ignore/3 REQUIRED",
                        "/automaticRetry/attempts OUT_OF_RANGE",
                        "/automaticRetry/minutes OUT_OF_RANGE");
        assertThat(violations(with(
                        null,
                        new EnteredConfiguration.Drift(null, Collections.nCopies(1000, "x")),
                        new EnteredConfiguration.Retry(null, null, null))))
                .extracting(Violation::code)
                .contains("TOO_MANY", "REQUIRED")
                .hasSizeLessThan(60);
    }

    private static EnteredConfiguration looking(String css, String logo) {
        return looking(new EnteredConfiguration.LookOfPages(css, logo, null));
    }

    private static EnteredConfiguration managed(Object settings) {
        return looking(new EnteredConfiguration.LookOfPages(null, null, new EnteredConfiguration.Managed(settings)));
    }

    private static EnteredConfiguration looking(EnteredConfiguration.LookOfPages look) {
        return with(new EnteredConfiguration.Pool("Acme", "acme-shop", "Acme", null, null, null, look), null, null);
    }

    private static EnteredConfiguration with(
            EnteredConfiguration.Pool pool, EnteredConfiguration.Drift drift, EnteredConfiguration.Retry retry) {
        EnteredConfiguration valid = page("", "");
        return new EnteredConfiguration(
                valid.commerce(), valid.aws(), pool == null ? valid.userPool() : pool, drift, retry);
    }
}
