package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Provisioning IDLE = Provisioning.idle(ID, "store");

    @Test
    void aNewExecutionStartsOverAndKeepsWhatIsHeld() {
        Holdings held = Holdings.NONE.poolHeld("1", "eu-west-1", "p", true);
        Provisioning failed =
                IDLE.wished(wish(1)).holding(held).attemptBegun().written(2).in(Phase.FAILED);

        Provisioning again = failed.wished(wish(2));

        assertThat(again.phase()).isEqualTo(Phase.POOL);
        assertThat(again.attempt()).isZero();
        assertThat(again.writes()).isZero();
        assertThat(again.holdings()).isEqualTo(held);
    }

    @Test
    void onlyHigherNumbersAreNew() {
        Provisioning current = IDLE.wished(wish(2));

        assertThat(current.isNewer(1)).isFalse();
        assertThat(current.isNewer(2)).isFalse();
        assertThat(current.isNewer(3)).isTrue();
    }

    @Test
    void onlyTheCurrentExecutionAwaitsItsRealms() {
        Provisioning awaiting = IDLE.wished(wish(2)).in(Phase.AWAITING_REALMS);

        assertThat(awaiting.awaits(wired(2))).isTrue();
        assertThat(awaiting.awaits(wired(1))).isFalse();
        assertThat(awaiting.in(Phase.POOL).awaits(wired(2))).isFalse();
        assertThat(awaiting.in(Phase.FAILED).awaits(wired(2))).isFalse();
    }

    @Test
    void wiredRealmsBeginTheSecondHalfWithAttemptsOfItsOwn() {
        Provisioning wired = IDLE.wished(wish(1))
                .attemptBegun()
                .written(3)
                .in(Phase.AWAITING_REALMS)
                .wired(wired(1), "event");

        assertThat(wired.phase()).isEqualTo(Phase.SIGN_IN);
        assertThat(wired.attempt()).isZero();
        assertThat(wired.writes()).isEqualTo(3);
        assertThat(wired.wish().causationId()).isEqualTo("event");
    }

    @Test
    void aLatePauseDoesNotUndoAResume() {
        Provisioning resumed = IDLE.lifecycleChanged(2, false);

        assertThat(resumed.lifecycleChanged(1, true).paused()).isFalse();
        assertThat(resumed.lifecycleChanged(3, true).paused()).isTrue();
    }

    @Test
    void anotherPoolHasNothingOfTheEarlierOne() {
        Holdings held = Holdings.NONE
                .poolHeld("1", "eu-west-1", "p", true)
                .clientHeld("c", new SealedSecret("x"))
                .callbacksRegistered(List.of("https://a.example"));

        assertThat(held.poolHeld("1", "eu-west-1", "p", true)).isEqualTo(held);
        assertThat(held.poolHeld("1", "eu-west-1", "q", true))
                .isEqualTo(Holdings.NONE.poolHeld("1", "eu-west-1", "q", true));
    }

    @Test
    void intendedCallbacksAreOursBesideTheEarlierOnesUntilTheyAreRegistered() {
        Holdings held = Holdings.NONE.callbacksRegistered(List.of("a", "b"));

        assertThat(held.callbacksIntended(List.of("b", "c")).callbackUrls()).containsExactly("a", "b", "c");
    }

    @Test
    void ofTwoPoolsWithOurTagTheOneWithTheDomainIsUsedElseTheOldest() {
        Document older = json("{'Id':'1','CreationDate':'2026-01-01T00:00:00Z'}");
        Document newer = json("{'Id':'2','CreationDate':'2026-02-01T00:00:00Z','Domain':'shop'}");

        assertThat(Ownership.choose(List.of(older, newer), "shop")).contains(newer);
        assertThat(Ownership.choose(List.of(newer, older), "other")).contains(older);
        assertThat(Ownership.choose(List.of(), "shop")).isEmpty();
    }

    private static Wish wish(long number) {
        return new Wish(number, execution(number), null, "cause", null);
    }

    private static RealmsWired wired(long number) {
        return new RealmsWired(number, execution(number), List.of());
    }

    private static Execution execution(long number) {
        return new Execution(new UUID(0, number), number, Trigger.CONFIGURED, "ada", null, null, Instant.EPOCH);
    }
}
