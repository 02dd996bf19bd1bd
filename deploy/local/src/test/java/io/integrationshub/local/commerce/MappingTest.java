package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String MAPPINGS = "/v2/merchant-realm-mappings";

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final CommerceClient client = CommerceClient.of(commerce);
    private final CommerceClient other =
            CommerceClient.of(commerce, Seeds.SECOND_CLIENT_ID, Seeds.SECOND_CLIENT_SECRET);

    @AfterEach
    void stop() {
        commerce.close();
    }

    @Test
    void the_first_read_makes_the_one_mapping_and_its_realm() {
        var mapping = client.get(MAPPINGS);

        assertThat(mapping.at("/data").isObject()).isTrue();
        assertThat(mapping.at("/data/prefix").isNull()).isTrue();
        assertThat(mapping.text("/data/store_id")).isEqualTo(Seeds.DEMO_STORE.id());
        var realm = client.get("/v2/authentication-realms/" + mapping.text("/data/realm_id"));
        assertThat(realm.text("/data/relationships/origin/data/type")).isEqualTo("merchant-realm-mappings");
        assertThat(realm.text("/data/relationships/origin/data/id")).isEqualTo(mapping.text("/data/id"));
        assertThat(client.get(MAPPINGS).body()).isEqualTo(mapping.body());
        assertThat(client.get(path(client)).body()).isEqualTo(mapping.body());
    }

    @Test
    void a_prefix_is_set() {
        var answer = client.put(path(client), body("myCo42"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/prefix")).isEqualTo("myCo42");
        assertThat(client.get(MAPPINGS).text("/data/prefix")).isEqualTo("myCo42");
    }

    @Test
    void writing_ones_own_prefix_again_is_fine() {
        client.put(path(client), body("myco"));

        assertThat(client.put(path(client), body("myco")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"type\":\"merchant-realm-mappings\"}}",
                "{\"data\":{\"type\":\"merchant-realm-mappings\",\"prefix\":\"\"}}"
            })
    void a_missing_prefix_is_named(String body) {
        var answer = client.put(path(client), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("The field 'prefix' is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abcdefghijklmnopqrstuvwxy", "my-co", "my co", "mÿco"})
    void a_prefix_has_2_to_24_alphanumeric_characters(String prefix) {
        assertThat(client.put(path(client), body(prefix)).status()).isEqualTo(400);
        assertThat(client.get(MAPPINGS).at("/data/prefix").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "abcdefghijklmnopqrstuvwx"})
    void the_shortest_and_longest_prefix_are_right(String prefix) {
        assertThat(client.put(path(client), body(prefix)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[\"myco\"]"})
    void a_prefix_is_text(String json) {
        assertThat(client.put(path(client), body("myco").replace("\"myco\"", json))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void another_type_is_refused() {
        assertThat(client.put(path(client), body("myco").replace("merchant-realm-mappings", "other"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"myco", "MyCo"})
    void a_prefix_of_another_store_is_taken(String prefix) {
        other.put(path(other), body("myco"));

        var answer = client.put(path(client), body(prefix));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("the prefix is already in use");
    }

    @Test
    void another_stores_mapping_and_an_unknown_one_are_not_found() {
        for (var path : new String[] {path(other), MAPPINGS + "/unknown", MAPPINGS + "/"}) {
            assertThat(client.get(path).detail()).isEqualTo("merchant realm mapping not found");
            assertThat(client.put(path, body("myco")).status()).isEqualTo(404);
        }
    }

    private static String path(CommerceClient owner) {
        return MAPPINGS + "/" + owner.get(MAPPINGS).text("/data/id");
    }

    private static String body(String prefix) {
        return "{\"data\":{\"type\":\"merchant-realm-mappings\",\"prefix\":\"" + prefix + "\"}}";
    }
}
