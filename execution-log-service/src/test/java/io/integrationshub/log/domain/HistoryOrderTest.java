package io.integrationshub.log.domain;

import static io.integrationshub.contracts.Publisher.COMMERCE_SSO;
import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the facts arrive, and however often, the same story is told. */
class HistoryOrderTest {
    private static final int SEEDS = 1000;
    private static final Optional<Successor> NEWER =
            Optional.of(new Successor(UUID.randomUUID(), Instant.parse("2026-03-01T10:10:00Z")));

    static List<List<RecordedFact>> stories() {
        return List.of(
                facts(new Story("store-1").requested(1, Trigger.CONFIGURED).straightThrough()),
                facts(new Story("store-1")
                        .requested(1, Trigger.CONFIGURED)
                        .step(PROVISIONER, "List User Pool", 30, 1, 0)
                        .failed(PROVISIONER, "Create User Pool", 40, 1, Story.THROTTLED, Duration.ofSeconds(5))
                        .step(PROVISIONER, "List User Pool", 30, 2, 0)
                        .started(PROVISIONER, "Create User Pool", 40, 2)
                        .step(PROVISIONER, "List User Pool", 30, 3, 0)
                        .step(PROVISIONER, "Create User Pool", 40, 3, 1)
                        .poolReady()
                        .failed(
                                COMMERCE_SSO,
                                "Check Commerce Connection",
                                110,
                                1,
                                Story.THROTTLED,
                                Duration.ofSeconds(5))),
                facts(new Story("store-1")
                        .requested(7, Trigger.RECONFIGURED)
                        .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                        .provisioningFailed("List User Pool")
                        .retryRequested("bob")));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theOrderOfArrivalMakesNoDifference(List<RecordedFact> facts) {
        Optional<History> inOrder = History.of(facts, Optional.empty());
        Optional<History> inOrderWithSuccessor = History.of(facts, NEWER);

        seeds(SEEDS).forEach(seed -> {
            List<RecordedFact> shuffled = shuffled(facts, seed);
            assertThat(History.of(shuffled, Optional.empty())).as(replay(seed)).isEqualTo(inOrder);
            assertThat(History.of(shuffled, NEWER)).as(replay(seed)).isEqualTo(inOrderWithSuccessor);
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whateverPrefixHasArrivedHasAStoryAndEndsInTheSameOne(List<RecordedFact> facts) {
        seeds(SEEDS / 10).forEach(seed -> {
            List<RecordedFact> shuffled = shuffled(facts, seed);
            boolean requested = false;
            for (int arrived = 1; arrived <= shuffled.size(); arrived++) {
                requested |= shuffled.get(arrived - 1).fact() instanceof Fact.Requested;
                assertThat(History.of(shuffled.subList(0, arrived), Optional.empty())
                                .isPresent())
                        .as(replay(seed))
                        .isEqualTo(requested);
            }
        });
    }

    /** All of them, or the one that is to be looked at again. */
    private static LongStream seeds(int count) {
        Long one = Long.getLong("hub.seed");
        return one == null ? LongStream.range(0, count) : LongStream.of(one);
    }

    private static String replay(long seed) {
        return "seed " + seed + ", again with -Dhub.seed=" + seed;
    }

    /** Each fact one to three times, anywhere. */
    private static List<RecordedFact> shuffled(List<RecordedFact> facts, long seed) {
        Random random = new Random(seed);
        List<RecordedFact> shuffled = new ArrayList<>();
        facts.forEach(fact -> shuffled.addAll(Collections.nCopies(1 + random.nextInt(3), fact)));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<RecordedFact> facts(Story story) {
        return story.events().stream()
                .flatMap(event -> RecordedFact.of(event).stream())
                .toList();
    }
}
