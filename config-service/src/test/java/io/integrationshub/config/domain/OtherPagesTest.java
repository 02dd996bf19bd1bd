package io.integrationshub.config.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPagesTest {
    private static final Pages EMPTY = Pages.empty("1");
    private static final StoredSecret SECRET = new StoredSecret(new SealedSecret("c2VhbGVk"), Instant.EPOCH, "ada");
    private static final ConfigurationPage CONFIGURATION = new ConfigurationPage(
            "id",
            SECRET,
            "https://x/oauth/access_token",
            "AKIA",
            SECRET,
            "eu-west-1",
            new UserPoolSpec("A", "a", "p", null, false, null, null),
            null,
            null);
    private static final BuyerOrganization BUYER = new BuyerOrganization(true, List.of("https://shop.example.com"));

    @ParameterizedTest
    @ValueSource(strings = {"ab", "acme", "Acme2026", "abcdefghijklmnopqrstuvwx"})
    void aPrefixHasTwoToTwentyFourLettersAndDigits(String prefix) {
        assertThat(MerchantPrefix.check(true, prefix, null))
                .isEqualTo(new Checked.Valid<>(new MerchantOrganization(true, prefix, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abcdefghijklmnopqrstuvwxy", "ac-me", "ac me", "äcme", "acme!"})
    void anyOtherPrefixIsRefused(String prefix) {
        for (boolean enabled : new boolean[] {true, false}) {
            assertThat(codes(MerchantPrefix.check(enabled, prefix, null))).containsExactly("/prefix MALFORMED");
        }
    }

    @Test
    void aPrefixIsNeededWhenSwitchedOn() {
        assertThat(codes(MerchantPrefix.check(true, " ", null))).containsExactly("/prefix REQUIRED");
        assertThat(codes(MerchantPrefix.check(null, null, null))).containsExactly("/enabled REQUIRED");
        assertThat(MerchantPrefix.check(false, null, true))
                .isEqualTo(new Checked.Valid<>(new MerchantOrganization(false, null, true)));
    }

    @Test
    void templatesMayBeLeftOutButNotBlankEndlessOrBinary() {
        assertThat(codes(TemplateTexts.check(Templates.DEFAULTS))).isEmpty();
        assertThat(codes(TemplateTexts.check(new Templates(
                        " \n",
                        "ü".repeat(16 * 1024) + "x",
                        "{\"a\":\u0000}",
                        "{% for x in y %}\n\t\"{{x}}\"\r\n{% endfor %}"))))
                .containsExactly(
                        "/createUserPool BLANK", "/updateUserPool TOO_LONG", "/createUserPoolClient MALFORMED");
        assertThat(codes(TemplateTexts.check(new Templates("ü".repeat(16 * 1024), null, null, null))))
                .isEmpty();
    }

    @Test
    void aDraftIsCompleteWithItsConfigurationAndOneOrganization() {
        assertThat(EMPTY.gaps())
                .extracting(gap -> gap.page().path() + " " + gap.code())
                .containsExactly(
                        "configuration REQUIRED",
                        "buyer-organization NO_ORGANIZATION_ENABLED",
                        "merchant-organization NO_ORGANIZATION_ENABLED");
        assertThat(EMPTY.with(CONFIGURATION).with(BUYER).gaps()).isEmpty();
        assertThat(EMPTY.with(CONFIGURATION)
                        .with(new MerchantOrganization(true, "acme", false))
                        .gaps())
                .isEmpty();
        assertThat(EMPTY.with(CONFIGURATION)
                        .with(new BuyerOrganization(false, BUYER.callbackUrls()))
                        .gaps())
                .hasSize(2);
    }

    @Test
    void whatIsSwitchedOffStaysOnItsPageButIsNotWanted() {
        Pages pages = EMPTY.with(CONFIGURATION)
                .with(new BuyerOrganization(false, BUYER.callbackUrls()))
                .with(new MerchantOrganization(true, "acme", true))
                .completed();

        IntegrationSpec spec = pages.spec();

        assertThat(pages.buyer().callbackUrls()).hasSize(1);
        assertThat(spec.buyer()).isEqualTo(new BuyerOrganization(false, List.of()));
        assertThat(spec.merchant()).isEqualTo(new MerchantOrganization(true, "acme", true));
        assertThat(spec.templates()).isEqualTo(Templates.DEFAULTS);
    }

    private static List<String> codes(Checked<?> checked) {
        return switch (checked) {
            case Checked.Valid<?> valid -> List.of();
            case Checked.Invalid<?>(List<Violation> violations) ->
                violations.stream()
                        .map(each -> each.pointer() + " " + each.code())
                        .toList();
        };
    }
}
