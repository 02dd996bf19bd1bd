package io.integrationshub.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUrlTest {
    private static final String EU = "https://euwest.api.elasticpath.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://euwest.api.elasticpath.com/oauth/access_token",
                "  https://euwest.api.elasticpath.com/oauth/access_token\n",
                "https://euwest.api.elasticpath.com/oauth/access_token/",
                "https://euwest.api.elasticpath.com//oauth/access_token",
                "https://euwest.api.elasticpath.com",
                "https://euwest.api.elasticpath.com/",
                "https://euwest.api.elasticpath.com:443/oauth/access_token",
                "https://euwest.api.elasticpath.com/oauth/<access_token>",
                "HTTPS://EUWEST.API.ElasticPath.com/oauth/access_token",
                "euwest.api.elasticpath.com",
                "euwest.api.elasticpath.com/oauth/access_token",
                "euwest.api.elasticpath.com:443/oauth/access_token",
                "euwest.api.elasticpath.com//oauth/<access_token>",
                "https://api.moltin.com/oauth/access_token",
                "api.moltin.com",
                "https://api.motlin.com/oauth/<access_token>",
            })
    void everyDocumentedFormMeansTheSameAddress(String text) {
        assertThat(TokenUrl.parse(text)).isEqualTo(new TokenUrl.Parsed(EU + "/oauth/access_token", EU, EU));
    }

    @ParameterizedTest
    @CsvSource({
        "https://useast.api.elasticpath.com, https://useast.api.elasticpath.com",
        "https://epcc.example.global.ssl.fastly.net, https://epcc.example.global.ssl.fastly.net",
        "https://shop.example.com:8443/oauth/access_token, https://shop.example.com:8443",
        "http://localhost:9402/oauth/access_token, http://localhost:9402",
        "http://localhost:80, http://localhost",
        "https://localhost:9402, https://localhost:9402",
    })
    void otherHostsKeepTheirOriginForTheAllowList(String text, String origin) {
        assertThat(TokenUrl.parse(text)).isEqualTo(new TokenUrl.Parsed(origin + "/oauth/access_token", origin, origin));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://euwest.api.elasticpath.com/oauth/access_token | NOT_HTTPS",
                "ftp://euwest.api.elasticpath.com | NOT_HTTPS",
                "gopher://euwest.api.elasticpath.com | NOT_HTTPS",
                "http://localhost.evil.example/oauth/access_token | NOT_HTTPS",
                "file:///etc/passwd | MALFORMED",
                "javascript:alert(1) | MALFORMED",
                "//euwest.api.elasticpath.com | MALFORMED",
                "/oauth/access_token | MALFORMED",
                "https:// | MALFORMED",
                "https:/euwest.api.elasticpath.com | MALFORMED",
                "https://euwest | MALFORMED",
                "https://euwest_api.elasticpath.com | MALFORMED",
                "https://euwest.api.elasticpath.com. | MALFORMED",
                "https://localhost. | MALFORMED",
                "https://euwest.api.elasticpath.com:0 | MALFORMED",
                "https://euwest.api.elasticpath.com:65536 | MALFORMED",
                "https://euwest.api.elasticpath.com:port | MALFORMED",
                "https://euwest.api.elasticpath.com%00.evil.example | MALFORMED",
                "https://euwest.api.elasticpath.com\\@evil.example | MALFORMED",
                "https://ｅuwest.api.elasticpath.com | MALFORMED",
                "https://еuwest.api.elasticpath.com | MALFORMED",
                "https://euwest.api.elastic path.com | MALFORMED",
                "<script>alert(1)</script> | MALFORMED",
                "https://user:secret@euwest.api.elasticpath.com | USER_INFO",
                "https://euwest.api.elasticpath.com@evil.example | USER_INFO",
                "https://a@euwest.api.elasticpath.com@evil.example | USER_INFO",
                "https://euwest.api.elasticpath.com/oauth/access_token?x=1 | QUERY",
                "https://euwest.api.elasticpath.com? | QUERY",
                "https://euwest.api.elasticpath.com/oauth/access_token#x | FRAGMENT",
                "https://euwest.api.elasticpath.com/v2/oauth/access_token | PATH",
                "https://euwest.api.elasticpath.com/oauth | PATH",
                "https://euwest.api.elasticpath.com/OAuth/Access_Token | PATH",
                "https://euwest.api.elasticpath.com/oauth/access_token/../../admin | PATH",
                "https://euwest.api.elasticpath.com/oauth%2Faccess_token | PATH",
                "https://euwest.api.elasticpath.com/oauth/access_token;x | PATH",
                "https://169.254.169.254/latest/meta-data | IP_ADDRESS",
                "https://[::1]/oauth/access_token | IP_ADDRESS",
                "https://[::ffff:169.254.169.254] | IP_ADDRESS",
                "https://0x7f.1 | IP_ADDRESS",
                "https://0x7f000001 | IP_ADDRESS",
                "https://2130706433 | IP_ADDRESS",
                "https://127.1 | IP_ADDRESS",
                "https://0 | IP_ADDRESS",
                "http://127.0.0.1:9402 | IP_ADDRESS",
                "127.0.0.1:9402/oauth/access_token | IP_ADDRESS",
            })
    void whatCouldLeadElsewhereIsRefused(String text, String code) {
        assertThat(TokenUrl.parse(text)).isInstanceOfSatisfying(TokenUrl.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).isNotBlank().doesNotContain("user:", "evil", "passwd");
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \t "})
    void nothingIsRequired(String text) {
        assertThat(TokenUrl.parse(text))
                .isInstanceOfSatisfying(
                        TokenUrl.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("REQUIRED"));
    }

    @Test
    void theHostOfCommerceManagerIsAnsweredWithTheApiOfItsRegion() {
        assertThat(TokenUrl.parse("https://useast.cm.elasticpath.com/"))
                .isEqualTo(new TokenUrl.Refused(
                        "COMMERCE_MANAGER_HOST",
                        "This is the host of Commerce Manager. The API of the same region is"
                                + " https://useast.api.elasticpath.com/oauth/access_token."));
    }

    @Test
    void anEndlessTextIsRefused() {
        assertThat(TokenUrl.parse("https://" + "a".repeat(600) + ".example"))
                .isInstanceOfSatisfying(
                        TokenUrl.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("TOO_LONG"));
        assertThat(TokenUrl.parse("https://" + "a.".repeat(150) + "example"))
                .isInstanceOfSatisfying(
                        TokenUrl.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("MALFORMED"));
    }
}
