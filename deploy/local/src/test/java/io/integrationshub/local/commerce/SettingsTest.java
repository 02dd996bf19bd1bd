package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String CUSTOMERS = "/v2/settings/customer-authentication";
    private static final String ACCOUNTS = "/v2/settings/account-authentication";

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final CommerceClient client = CommerceClient.of(commerce);

    @AfterEach
    void stop() {
        commerce.close();
    }

    @Test
    void the_first_read_of_the_customer_settings_makes_the_buyer_realm() {
        assertThat(client.get("/v2/authentication-realms").at("/data")).isEmpty();

        var settings = client.get(CUSTOMERS);

        var realm = settings.text("/data/relationships/authentication-realm/data/id");
        assertThat(settings.text("/data/meta/client_id")).isEqualTo("customers");
        assertThat(client.get("/v2/authentication-realms/" + realm).text("/data/relationships/origin/data/type"))
                .isEqualTo("customer-authentication-settings");
        assertThat(commerce.stores().realm(Seeds.DEMO_STORE.id(), RealmKind.BUYER))
                .get()
                .extracting(Realm::id)
                .isEqualTo(realm);
    }

    @Test
    void reading_again_gives_the_same_realm() {
        assertThat(client.get(CUSTOMERS).body()).isEqualTo(client.get(CUSTOMERS).body());
        assertThat(client.get("/v2/authentication-realms")
                        .at("/meta/results/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_account_settings_name_their_realm_with_an_underscore() {
        var settings = client.get(ACCOUNTS);

        var realm = settings.text("/data/relationships/authentication_realm/data/id");
        assertThat(settings.text("/data/meta/client_id")).isEqualTo("account-management");
        assertThat(client.get("/v2/authentication-realms/" + realm).text("/data/relationships/origin/data/type"))
                .isEqualTo("account_authentication_settings");
    }

    @Test
    void each_store_has_its_own_realm() {
        var other = CommerceClient.of(commerce, Seeds.SECOND_CLIENT_ID, Seeds.SECOND_CLIENT_SECRET);

        assertThat(other.buyerRealm()).isNotEqualTo(client.buyerRealm());
        assertThat(other.get("/v2/authentication-realms/" + client.buyerRealm()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CUSTOMERS + "/",
                "/v2/customer-authentication-settings",
                "//v2/settings/customer-authentication",
                "/v2/nothing",
                "/"
            })
    void an_unknown_path_is_not_found_as_json(String path) {
        var answer = client.raw("GET", path, null, null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/errors/0/title")).isEqualTo("Not Found");
    }

    @Test
    void sellers_cannot_write_the_settings() {
        assertThat(client.raw("PUT", CUSTOMERS, "application/json", "{}").status())
                .isEqualTo(404);
    }
}
