package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.sso.application.CommerceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
    private static final String EUROPE = "https://euwest.api.elasticpath.com";
    private static final String PROVIDER = "http://localhost:8095";
    private static final String STAND_IN = "http://localhost:8090";

    private final EgressGuard guard = guard("52.16.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://euwest.api.elasticpath.com/oauth/access_token",
                "https://euwest.api.elasticpath.com",
                "euwest.api.elasticpath.com/oauth/access_token",
                "https://euwest.api.elasticpath.com//oauth/access_token",
                "https://EUWEST.api.elasticpath.com:443/oauth/access_token/",
                "https://api.moltin.com/oauth/access_token"
            })
    void letsThroughEveryWayToWriteAnAllowedOrigin(String tokenUrl) {
        assertThat(guard.originOf(tokenUrl)).isEqualTo(new Origin(EUROPE, "euwest.api.elasticpath.com", 443, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/",
                "http://169.254.169.254/latest/meta-data/iam/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::1]/",
                "https://[::]/oauth/access_token",
                "http://0x7f.1/",
                "https://2130706433/",
                "https://017700000001/",
                "https://127.1/",
                "https://0/",
                "http://localhost./",
                "https://localhost/",
                "http://localhost/",
                "http://localhost:8091/",
                "http://localhost:22/",
                "https://localhost:8090/",
                "http://127.0.0.1:8090/",
                "https://user@euwest.api.elasticpath.com@evil.example/",
                "https://euwest.api.elasticpath.com@evil.example/oauth/access_token",
                "https://euwest.api.elasticpath.com.evil.example/oauth/access_token",
                "https://euwest.api.elasticpath.com%00.evil.example/",
                "https://euwest.api.elasticpath.com%2eevil.example/",
                "https://ｅuwest.api.elasticpath.com/",
                "https://euwest。api.elasticpath.com/",
                "https://еuwest.api.elasticpath.com/",
                "//evil.example/",
                "gopher://euwest.api.elasticpath.com/",
                "file:///etc/passwd",
                "ftp://euwest.api.elasticpath.com/",
                "jar:https://euwest.api.elasticpath.com!/",
                "https://euwest.api.elasticpath.com:22/oauth/access_token",
                "https://euwest.api.elasticpath.com:8443/",
                "http://euwest.api.elasticpath.com/oauth/access_token",
                "https://euwest.api.elasticpath.com./oauth/access_token",
                "https://euwest.api.elasticpath.com/oauth/../../v2/evil",
                "https://euwest.api.elasticpath.com/oauth/access_token?next=//evil.example",
                "https://euwest.api.elasticpath.com/oauth/access_token#evil",
                "https://euwest.api.elasticpath.com\\@evil.example/",
                "https:\\\\evil.example\\",
                "https://euwest.api.elasticpath.com\t.evil.example/",
                "https://euwest.api.elasticpath.com\r\nHost: evil.example",
                "https://euwest.cm.elasticpath.com/oauth/access_token",
                "https://metadata.google.internal/",
                "https://evil.example/oauth/access_token",
                "https://elasticpath.com/oauth/access_token",
                "https://api.elasticpath.com/oauth/access_token",
                "https://xn--euwest-api-elasticpath.com/",
                "javascript:alert(1)",
                "",
                " "
            })
    void opensNothingForAnythingElse(String tokenUrl) {
        assertThatThrownBy(() -> guard.originOf(tokenUrl)).isInstanceOfSatisfying(CommerceException.class, refused -> {
            assertThat(refused.failure().errorClass()).isEqualTo(ErrorClass.INPUT);
            assertThat(refused.failure().remedyId()).isEqualTo("commerce-token-url");
            assertThat(refused.outcome()).isEqualTo(CommerceException.Outcome.NOT_DONE);
        });
    }

    @Test
    void refusesAHostOf300Characters() {
        String tokenUrl = "https://" + "a".repeat(300) + ".elasticpath.com/";

        assertThatThrownBy(() -> guard.originOf(tokenUrl)).isInstanceOf(CommerceException.class);
    }

    @Test
    void refusesANameThatLeadsToAPrivateAddress() {
        EgressGuard rebound = guard("169.254.169.254");

        assertThatThrownBy(() -> rebound.addressesOf(rebound.originOf(EUROPE)))
                .isInstanceOfSatisfying(
                        CommerceException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("ADDRESS_NOT_PUBLIC"));
    }

    @Test
    void refusesANameWithOnePublicAndOnePrivateAddress() {
        EgressGuard mixed = guard("52.16.0.1", "10.0.0.1");

        assertThatThrownBy(() -> mixed.addressesOf(mixed.originOf(EUROPE))).isInstanceOf(CommerceException.class);
    }

    @Test
    void refusesAnAllowedNameThatLeadsToThisMachine() {
        EgressGuard local = guard("127.0.0.1");

        assertThatThrownBy(() -> local.addressesOf(local.originOf(EUROPE))).isInstanceOf(CommerceException.class);
    }

    @Test
    void theExceptionForAStandInReachesThisMachineOnly() throws UnknownHostException {
        EgressGuard local = guard("127.0.0.1");
        EgressGuard elsewhere = guard("52.16.0.1");

        assertThat(local.addressesOf(local.originOf(STAND_IN))).containsExactly(address("127.0.0.1"));
        assertThatThrownBy(() -> elsewhere.addressesOf(elsewhere.originOf(STAND_IN)))
                .isInstanceOf(CommerceException.class);
    }

    @Test
    void namesTheRightHostInsteadOfCommerceManager() {
        assertThatThrownBy(() -> guard.originOf("https://useast.cm.elasticpath.com/"))
                .hasMessageContaining("https://useast.api.elasticpath.com/oauth/access_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "euwest.api.elasticpath.com",
                "https://10.0.0.1",
                "http://example.com",
                "https://a.example/x",
                "*"
            })
    void aServiceWithABadAllowListDoesNotStart(String origin) {
        assertThatThrownBy(() -> new EgressGuard(List.of(origin), List.of(), Names.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static EgressGuard guard(String... addresses) {
        return new EgressGuard(
                List.of(EUROPE, STAND_IN),
                List.of("https://*.auth.*.amazoncognito.com", PROVIDER),
                host -> List.of(addresses).stream()
                        .map(EgressGuardTest::address)
                        .toList());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
