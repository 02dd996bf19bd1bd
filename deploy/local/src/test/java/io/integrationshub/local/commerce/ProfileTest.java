package io.integrationshub.local.commerce;

import static io.integrationshub.local.commerce.CommerceClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final DiscoveryServer provider = new DiscoveryServer();
    private final CommerceClient client = CommerceClient.of(commerce);
    private String profiles;
    private String realm;

    @BeforeEach
    void realm() {
        realm = client.buyerRealm();
        profiles = client.profiles();
    }

    @AfterEach
    void stop() {
        provider.close();
        commerce.close();
    }

    @Test
    void a_created_profile_shows_the_issuer_and_all_four_links_at_the_top() {
        var answer = create("Cognito");

        var id = answer.text("/data/id");
        var stores = "/stores/" + Seeds.DEMO_STORE.id() + "/authentication-realms/" + realm;
        var base = commerce.baseUrl().toString();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/data/meta/issuer")).isEqualTo(provider.url("/pool"));
        assertThat(answer.text("/links/self")).isEqualTo(base + profiles + "/" + id);
        assertThat(answer.text("/links/authorization-endpoint"))
                .isEqualTo(base + "/oidc-idp/login" + stores + "?elasticpath_commerce_cloud_profile_id=" + id);
        assertThat(answer.text("/links/callback-endpoint"))
                .isEqualTo(base + "/oidc-idp/callback" + stores + "/oidc-profiles/" + id);
        assertThat(answer.text("/links/client-discovery-url"))
                .isEqualTo(base + "/oidc-idp" + stores + "/.well-known/openid-configuration");
        assertThat(client.get(profiles + "/" + id).body()).isEqualTo(answer.body());
    }

    @Test
    void a_listed_profile_carries_its_links_itself() {
        var created = create("Cognito");

        var list = client.get(profiles);

        assertThat(list.at("/data/0/links")).isEqualTo(created.at("/links"));
        assertThat(list.at("/links").has("callback-endpoint")).isFalse();
    }

    @Test
    void the_client_secret_is_kept_and_never_shown() {
        var created = create("Cognito");

        assertThat(Stream.of(
                        created,
                        client.get(profiles),
                        client.get(profiles + "/" + created.text("/data/id")),
                        client.raw("GET", "/_control/state", null, null)))
                .noneMatch(answer -> answer.body().contains("app-client-secret"));
        assertThat(commerce.stores().profiles(realm))
                .singleElement()
                .satisfies(stored -> assertThat(stored.clientSecret().matches("app-client-secret"))
                        .isTrue());
    }

    @Test
    void an_update_replaces_all_five_fields_and_keeps_the_id() {
        var created = create("Cognito");
        var path = profiles + "/" + created.text("/data/id");

        var answer = client.put(
                path,
                profile("Renamed", provider.url("/good"))
                        .replace("app-client\"", "next-client\"")
                        .replace("app-client-secret", "next-secret"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/id")).isEqualTo(created.text("/data/id"));
        assertThat(answer.text("/data/name")).isEqualTo("Renamed");
        assertThat(answer.text("/data/client_id")).isEqualTo("next-client");
        assertThat(answer.at("/links")).isEqualTo(created.at("/links"));
        assertThat(commerce.stores().profiles(realm).getFirst().clientSecret().matches("next-secret"))
                .isTrue();
    }

    @Test
    void a_deleted_profile_is_gone() {
        var path = profiles + "/" + create("Cognito").text("/data/id");

        assertThat(client.delete(path).status()).isEqualTo(204);

        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.delete(path).status()).isEqualTo(404);
        assertThat(client.put(path, profile("Cognito", provider.url("/good"))).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "type,Type",
        "name,Name",
        "discovery_url,DiscoveryURL",
        "client_id,ClientID",
        "client_secret,ClientSecret"
    })
    void all_five_fields_are_required_on_create_and_update(String field, String name) {
        var path = profiles + "/" + create("Cognito").text("/data/id");
        var body = profile("Other", provider.url("/good"));
        var missing = "Validation failed: field '" + name + "' on the 'required' tag.";

        var without = body.replace('"' + field + '"', "\"x-other\"");

        assertThat(client.post(profiles, without).detail()).isEqualTo(missing);
        assertThat(client.put(path, without).detail()).isEqualTo(missing);
        assertThat(client.get(profiles).at("/data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Other| |Name|min", "oidc-profile|oidc|Type|eq", "http://|not a uri |DiscoveryURL|url"})
    void a_broken_rule_is_named(String right, String wrong, String field, String tag) {
        var body = profile("Other", provider.url("/good")).replace(right, wrong == null ? "" : wrong);

        var answer = client.post(profiles, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Validation failed: field '" + field + "' on the '" + tag + "' tag.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing",
                "/html",
                "/moved",
                "/without-issuer",
                "/without-authorization_endpoint",
                "/without-token_endpoint",
                "/without-jwks_uri"
            })
    void a_discovery_url_without_a_complete_document_cannot_be_used(String path) {
        var answer = client.post(profiles, profile("Cognito", provider.url(path)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/title")).isEqualTo("Unprocessable Entity");
        assertThat(answer.detail()).startsWith("No OpenID Connect discovery document at the discovery_url: ");
        assertThat(client.get(profiles).at("/data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/nobody-listens", "urn:not:http", "file:///etc/hostname"})
    void a_discovery_url_that_cannot_be_fetched_cannot_be_used(String url) {
        assertThat(client.post(profiles, profile("Cognito", url)).status()).isEqualTo(422);
    }

    @Test
    void an_update_fetches_the_document_again() {
        var path = profiles + "/" + create("Cognito").text("/data/id");

        assertThat(client.put(path, profile("Cognito", provider.url("/missing")))
                        .status())
                .isEqualTo(422);
        assertThat(client.get(path).text("/data/discovery_url")).isEqualTo(provider.url("/good"));
    }

    @Test
    void a_name_is_unique_within_its_realm_only() {
        create("Cognito");
        var second = profiles + "/" + create("Second").text("/data/id");
        var merchant = "/v2/authentication-realms/"
                + client.get("/v2/merchant-realm-mappings").text("/data/realm_id") + "/oidc-profiles";

        var again = create("Cognito");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.detail()).isEqualTo("Constraint violation");
        assertThat(client.put(second, profile("Cognito", provider.url("/good"))).status())
                .isEqualTo(422);
        assertThat(client.post(merchant, profile("Cognito", provider.url("/good")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_list_comes_in_pages_of_ten_with_a_link_to_the_next() {
        for (int i = 0; i < 12; i++) {
            create("Profile " + i);
        }

        var first = client.get(profiles);
        var second = client.get(first.text("/links/next")
                .substring(commerce.baseUrl().toString().length()));

        assertThat(first.at("/data")).hasSize(10);
        assertThat(first.at("/meta").toString())
                .isEqualTo(
                        "{\"page\":{\"limit\":10,\"offset\":0,\"current\":1,\"total\":2},\"results\":{\"total\":12}}");
        assertThat(first.at("/links/prev").isNull()).isTrue();
        assertThat(second.at("/data"))
                .extracting(item -> item.path("name").asText())
                .containsExactly("Profile 10", "Profile 11");
        assertThat(second.at("/links/next").isNull()).isTrue();
        assertThat(second.at("/meta/page/current").asInt()).isEqualTo(2);
    }

    @Test
    void a_page_may_be_asked_for() {
        for (int i = 0; i < 3; i++) {
            create("Profile " + i);
        }

        var page = client.get(profiles + "?page%5Blimit%5D=1&page%5Boffset%5D=1");

        assertThat(page.at("/data"))
                .extracting(item -> item.path("name").asText())
                .containsExactly("Profile 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit%5D=0", "limit%5D=101", "limit%5D=many", "offset%5D=-1"})
    void a_page_outside_the_limits_is_a_bad_request(String query) {
        assertThat(client.get(profiles + "?page%5B" + query).status()).isEqualTo(400);
    }

    @Test
    void a_trailing_slash_reaches_the_single_profile_and_finds_none() {
        assertThat(client.get(profiles + "/").status()).isEqualTo(404);
        assertThat(client.raw("POST", profiles + "/", "application/json", profile("Cognito", provider.url("/good")))
                        .status())
                .isEqualTo(404);
        assertThat(commerce.stores().profiles(realm)).isEmpty();
    }

    @Test
    void a_profile_of_another_realm_or_store_is_not_found() {
        var id = create("Cognito").text("/data/id");
        var other = CommerceClient.of(commerce, Seeds.SECOND_CLIENT_ID, Seeds.SECOND_CLIENT_SECRET);

        assertThat(client.get(profiles.replace(realm, "unknown")).status()).isEqualTo(404);
        assertThat(client.post(profiles.replace(realm, "unknown"), profile("a", provider.url("/good")))
                        .status())
                .isEqualTo(404);
        assertThat(other.get(profiles).status()).isEqualTo(404);
        assertThat(other.delete(profiles + "/" + id).status()).isEqualTo(404);
        assertThat(other.get(other.profiles() + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_write_to_an_object_that_is_being_written_is_a_conflict() throws Exception {
        var path = profiles + "/" + create("Cognito").text("/data/id");
        var first = CompletableFuture.supplyAsync(() -> client.put(path, profile("First", provider.url("/held"))));
        provider.awaitHeldRequest();

        var second = client.put(path, profile("Second", provider.url("/good")));
        provider.release();

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).isEqualTo("{\"errors\":[{\"status\":409,\"title\":\"Write conflict detected\"}]}");
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(client.get(path).text("/data/name")).isEqualTo("First");
        assertThat(client.put(path, profile("Third", provider.url("/good"))).status())
                .isEqualTo(200);
    }

    @Test
    void of_two_creates_with_one_name_at_the_same_time_one_wins() throws Exception {
        var slow =
                CompletableFuture.supplyAsync(() -> client.post(profiles, profile("Cognito", provider.url("/held"))));
        provider.awaitHeldRequest();

        var quick = create("Cognito");
        provider.release();

        assertThat(quick.status()).isEqualTo(201);
        assertThat(slow.join().status()).isEqualTo(422);
        assertThat(client.get(profiles).at("/data")).hasSize(1);
    }

    private Answer create(String name) {
        return client.post(profiles, profile(name, provider.url("/good")));
    }
}
