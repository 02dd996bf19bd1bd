package io.integrationshub.local.commerce;

import static io.integrationshub.local.commerce.CommerceClient.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path folder;

    @Test
    void everything_survives_a_restart_even_the_token() {
        var file = folder.resolve("deeper/commerce.json");
        String profiles;
        String before;
        CommerceClient client;
        int port;
        try (var provider = new DiscoveryServer();
                var commerce = CommerceStandIn.start(0, file)) {
            client = CommerceClient.of(commerce);
            port = commerce.baseUrl().getPort();
            profiles = client.profiles();
            client.post(profiles, profile("Cognito", provider.url("/good")));
            var mapping = client.get("/v2/merchant-realm-mappings").text("/data/id");
            client.put(
                    "/v2/merchant-realm-mappings/" + mapping,
                    "{\"data\":{\"type\":\"merchant-realm-mappings\",\"prefix\":\"myco\"}}");
            before = client.get(profiles).body();
        }

        try (var commerce = CommerceStandIn.start(port, file)) {
            assertThat(client.get(profiles).body()).isEqualTo(before);
            assertThat(commerce.stores().mapping(Seeds.DEMO_STORE.id()))
                    .get()
                    .extracting(MerchantRealmMapping::prefix)
                    .isEqualTo("myco");
            assertThat(CommerceClient.of(commerce)
                            .get("/v2/authentication-realms")
                            .at("/data"))
                    .hasSize(2);
        }
    }

    @Test
    void the_file_holds_no_secret_and_leaves_no_draft_behind() throws Exception {
        var file = folder.resolve("commerce.json");
        try (var provider = new DiscoveryServer();
                var commerce = CommerceStandIn.start(0, file)) {
            var client = CommerceClient.of(commerce);
            client.post(client.profiles(), profile("Cognito", provider.url("/good")));

            assertThat(Files.readString(file)).doesNotContain("app-client-secret", Seeds.CLIENT_SECRET);
            assertThat(folder).isDirectoryContaining(file::equals);
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void without_a_file_nothing_is_written() {
        try (var commerce = CommerceStandIn.start(0, null)) {
            CommerceClient.of(commerce).buyerRealm();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_unreadable_file_stops_the_start_and_is_left_alone() throws Exception {
        var file = Files.writeString(folder.resolve("commerce.json"), "{broken");

        assertThatThrownBy(() -> CommerceStandIn.start(0, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("commerce.json");
        assertThat(file).hasContent("{broken");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (var commerce = CommerceStandIn.start(0, null)) {
            int port = commerce.baseUrl().getPort();

            assertThatThrownBy(() -> CommerceStandIn.start(port, null))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void only_this_machine_can_connect() {
        try (var commerce = CommerceStandIn.start(0, null)) {
            assertThat(commerce.baseUrl().getHost()).isEqualTo("localhost");
            assertThat(commerce.listensOn().isLoopbackAddress()).isTrue();
        }
    }
}
