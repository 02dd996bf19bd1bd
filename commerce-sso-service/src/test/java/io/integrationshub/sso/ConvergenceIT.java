package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.WantedProfile;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.Crashes;
import io.integrationshub.sso.fixtures.Shop;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred random sequences of changed specs, edits at Commerce by others, faults and deaths; each ends with the deletion of the
 * integration. A sequence is decided by its seed, which is printed with its steps when it fails; {@code -Dsequence=17} runs that one
 * alone, {@code -Dsequences=1000} runs more of them.
 */
@OnRealInfra
class ConvergenceIT {
    private static final int SEQUENCES = Integer.getInteger("sequences", 200);
    private static final Integer ONLY = Integer.getInteger("sequence");
    private static final int TOGETHER = 100;
    private static final int ROUNDS = 3;
    private static final List<String> FAULTS = List.of("throttle", "error500", "html", "drop-reply", "expire-token");

    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Test
    void everySequenceConverges() {
        List<Integer> seeds = ONLY != null
                ? List.of(ONLY)
                : IntStream.range(0, SEQUENCES).boxed().toList();
        for (int first = 0; first < seeds.size(); first += TOGETHER) {
            List<Integer> together = seeds.subList(first, Math.min(first + TOGETHER, seeds.size()));
            System.out.println("Sequences with seeds " + together);
            converge(together.stream()
                    .map(seed -> new Sequence(seed, new Shop(secrets, stores)))
                    .toList());
        }
    }

    private static void converge(List<Sequence> batch) {
        for (int round = 0; round < ROUNDS; round++) {
            CommerceControl.noFaults();
            batch.forEach(Sequence::editAtCommerce);
            batch.forEach(Sequence::disturb);
            batch.forEach(sequence -> sequence.shop.outcome(sequence.latest));
        }
        CommerceControl.noFaults();
        batch.forEach(Sequence::settle);
        batch.forEach(sequence -> assertThat(sequence.shop.outcome(sequence.latest))
                .as(sequence.story())
                .isInstanceOf(RealmsWired.class));
        batch.forEach(Sequence::assertAsWanted);
        batch.forEach(Sequence::settle);
        batch.forEach(Sequence::assertNothingWritten);
        batch.forEach(Sequence::delete);
        batch.forEach(Sequence::assertOnlyForeignThingsAreLeft);
    }

    /** One shop and what happens to it. */
    private static final class Sequence {
        private final int seed;
        private final Shop shop;
        private final Random random;
        private final Set<OidcProfile> foreignProfiles = new HashSet<>();
        private final Set<String> foreignUris = new HashSet<>();
        private final List<String> steps = new ArrayList<>();
        private Execution latest;
        private int writes;

        Sequence(int seed, Shop shop) {
            this.seed = seed;
            this.shop = shop;
            this.random = new Random(seed);
            // Somebody else may change it, and the admin has agreed that it is put right.
            shop.replacePrefix = true;
            if (random.nextBoolean()) {
                // Was there before us, and is wanted by us as well.
                addForeignUri("https://shop.example/a");
            }
        }

        void disturb() {
            fault();
            if (random.nextInt(3) == 0) {
                int write = 1 + random.nextInt(12);
                boolean after = random.nextBoolean();
                steps.add("dies " + (after ? "after" : "before") + " write " + write);
                Crashes.at(shop, write, after);
            }
            configure();
            latest = shop.poolReady();
            if (random.nextInt(4) == 0) {
                configure();
                latest = shop.poolReady();
            }
        }

        void settle() {
            Crashes.none(shop);
            writes = shop.writes();
            latest = shop.poolReady();
        }

        /** What happened, to read and to run again. */
        String story() {
            return "sequence %d (run it alone with -Dsequence=%d):%n%s"
                    .formatted(seed, seed, String.join(System.lineSeparator(), steps));
        }

        void delete() {
            latest = shop.deleted();
        }

        void assertOnlyForeignThingsAreLeft() {
            assertThat(shop.outcome(latest)).as(story()).isInstanceOf(RealmsUnwired.class);
            List<OidcProfile> left = new ArrayList<>(shop.buyerProfiles());
            left.addAll(shop.merchantProfiles());
            assertThat(left).as(story()).containsExactlyInAnyOrderElementsOf(foreignProfiles);
            assertThat(shop.redirectUris()).as(story()).containsExactlyInAnyOrderElementsOf(foreignUris);
        }

        void assertAsWanted() {
            assertProfiles(shop.buyerOn, shop.buyerRealm, shop.buyerProfiles());
            assertProfiles(shop.merchantOn, shop.merchantRealm, shop.merchantProfiles());
            Set<String> uris = new HashSet<>(foreignUris);
            if (shop.buyerOn) {
                uris.addAll(shop.callbackUrls);
            }
            assertThat(shop.redirectUris()).as(story()).containsExactlyInAnyOrderElementsOf(uris);
            if (shop.merchantOn) {
                assertThat(shop.store.merchantMapping().prefix()).as(story()).isEqualTo(shop.prefix);
            }
        }

        void assertNothingWritten() {
            assertThat(shop.outcome(latest)).as(story()).isInstanceOf(RealmsWired.class);
            assertThat(shop.writes()).as(story()).isEqualTo(writes);
        }

        private void assertProfiles(boolean on, String realm, List<OidcProfile> found) {
            List<OidcProfile> ours = new ArrayList<>(found);
            ours.removeAll(foreignProfiles);
            assertThat(ours).as("realm %s, %s", realm, story()).hasSize(on ? 1 : 0);
            assertThat(ours).as(story()).allSatisfy(profile -> {
                assertThat(profile.name()).isEqualTo(shop.profileName);
                assertThat(profile.clientId()).isEqualTo(shop.poolClient);
            });
            assertThat(found.size() - ours.size())
                    .as("foreign profiles in %s, %s", realm, story())
                    .isEqualTo(foreignProfiles.stream()
                            .filter(profile -> profile.callbackEndpoint().contains(realm))
                            .count());
        }

        private void configure() {
            shop.buyerOn = random.nextInt(4) > 0;
            shop.merchantOn = random.nextInt(4) > 0;
            shop.profileName = "Cognito " + random.nextInt(3);
            shop.callbackUrls = Stream.of("a", "b", "c")
                    .filter(path -> random.nextBoolean())
                    .map("https://shop.example/"::concat)
                    .toList();
            if (random.nextInt(3) == 0) {
                shop.poolSecret = "secret-" + UUID.randomUUID();
            }
            if (random.nextInt(4) == 0) {
                shop.poolClient = "client-" + random.nextInt(100);
            }
            steps.add("wants buyer %s %s, merchant %s, profile '%s' of %s"
                    .formatted(shop.buyerOn, shop.callbackUrls, shop.merchantOn, shop.profileName, shop.poolClient));
        }

        private void editAtCommerce() {
            Crashes.none(shop);
            int edit = random.nextInt(6);
            steps.add("edit " + edit);
            switch (edit) {
                case 0 ->
                    foreignProfiles.add(shop.foreignProfile(
                            random.nextBoolean() ? shop.buyerRealm : shop.merchantRealm,
                            "Foreign " + UUID.randomUUID()));
                case 1 -> addForeignUri("https://foreign.example/" + random.nextInt(100));
                case 2 -> ours(shop.buyerRealm, profile -> shop.store.deleteProfile(shop.buyerRealm, profile.id()));
                case 3 ->
                    ours(
                            shop.merchantRealm,
                            profile -> shop.store.updateProfile(
                                    shop.merchantRealm,
                                    profile.id(),
                                    new WantedProfile("Edited", profile.discoveryUrl(), "edited", ""),
                                    new OpenedSecret("edited-secret")));
                case 4 ->
                    shop.store.putPrefix(
                            shop.store.merchantMapping().id(),
                            "other" + shop.prefix.substring(0, 10) + random.nextInt(10));
                default -> shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), List.copyOf(foreignUris));
            }
        }

        private void ours(String realm, Consumer<OidcProfile> edit) {
            shop.store.profiles(realm).stream()
                    .filter(profile -> !foreignProfiles.contains(profile))
                    .forEach(edit);
        }

        private void addForeignUri(String uri) {
            List<String> uris = new ArrayList<>(shop.redirectUris());
            if (!uris.contains(uri)) {
                uris.add(uri);
                shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), uris);
                foreignUris.add(uri);
            }
        }

        private void fault() {
            String kind = FAULTS.get(random.nextInt(FAULTS.size()));
            String realm = random.nextBoolean() ? shop.buyerRealm : shop.merchantRealm;
            int call = random.nextInt(5);
            steps.add("fault " + kind + " at " + call + (realm.equals(shop.buyerRealm) ? " (buyer)" : " (merchant)"));
            switch (call) {
                case 0 -> CommerceControl.fault(kind, "POST", shop.profilesPath(realm), 1);
                case 1 -> CommerceControl.fault(kind, "PUT", ".*" + realm + ".*", 1);
                case 2 -> CommerceControl.fault(kind, "GET", ".*" + realm + ".*", 1 + random.nextInt(4));
                case 3 -> CommerceControl.fault(kind, "DELETE", shop.profilesPath(realm) + "/.*", 1);
                default -> {}
            }
        }
    }
}
