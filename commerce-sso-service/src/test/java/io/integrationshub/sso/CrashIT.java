package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.fixtures.Crashes;
import io.integrationshub.sso.fixtures.Shop;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dies at every single write of a run, once before and once after it, and must come out as if nothing had happened. */
@OnRealInfra
class CrashIT {
    /** Writes of a first run that wires both realms, to the database and to Commerce. */
    private static final int WRITES = 12;

    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Test
    void aFirstRunThatDiesAnywhereEndsWithOneProfilePerRealm() {
        Map<Shop, Execution> runs = new LinkedHashMap<>();
        everywhere().forEach(shop -> runs.put(shop, shop.poolReady()));

        runs.forEach((shop, execution) -> assertThat(shop.outcome(execution)).isInstanceOf(RealmsWired.class));

        assertThat(runs.keySet()).allSatisfy(shop -> {
            assertThat(Crashes.happened(shop)).isTrue();
            assertThat(shop.buyerProfiles()).hasSize(1);
            assertThat(shop.merchantProfiles()).hasSize(1);
            assertThat(shop.redirectUris())
                    .containsExactly("https://foreign.example/", "https://shop.example/a", "https://shop.example/b");
            assertThat(shop.store.merchantMapping().prefix()).isEqualTo(shop.prefix);
        });
        assertNothingIsLeftToDo(runs.keySet());
        assertNothingOfOursIsLeftWhenSwitchedOff(runs.keySet());
    }

    private List<Shop> everywhere() {
        List<Shop> shops = new ArrayList<>();
        for (int write = 1; write <= WRITES; write++) {
            for (boolean after : List.of(false, true)) {
                Shop shop = new Shop(secrets, stores);
                shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), List.of("https://foreign.example/"));
                Crashes.at(shop, write, after);
                shops.add(shop);
            }
        }
        return shops;
    }

    private static void assertNothingIsLeftToDo(Iterable<Shop> shops) {
        Map<Shop, Integer> before = new LinkedHashMap<>();
        Map<Shop, Execution> runs = new LinkedHashMap<>();
        shops.forEach(shop -> {
            before.put(shop, shop.writes());
            runs.put(shop, shop.poolReady());
        });
        runs.forEach((shop, execution) -> {
            assertThat(shop.outcome(execution)).isInstanceOf(RealmsWired.class);
            assertThat(shop.writes()).isEqualTo(before.get(shop));
        });
    }

    private static void assertNothingOfOursIsLeftWhenSwitchedOff(Iterable<Shop> shops) {
        Map<Shop, Execution> runs = new LinkedHashMap<>();
        Map<Shop, OidcProfile> foreign = new LinkedHashMap<>();
        shops.forEach(shop -> {
            foreign.put(shop, shop.foreignProfile(shop.buyerRealm, "Foreign"));
            shop.buyerOn = false;
            shop.merchantOn = false;
            runs.put(shop, shop.poolReady());
        });
        runs.forEach((shop, execution) -> {
            assertThat(shop.outcome(execution)).isInstanceOf(RealmsWired.class);
            assertThat(shop.buyerProfiles()).containsExactly(foreign.get(shop));
            assertThat(shop.merchantProfiles()).isEmpty();
            assertThat(shop.redirectUris()).containsExactly("https://foreign.example/");
        });
    }
}
