package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.test.Waits;
import io.integrationshub.provisioner.application.PlanPreview;
import io.integrationshub.provisioner.application.Provisionings;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two hundred random sequences of changed specs, edits at AWS by others, faults and deaths. Each ends with what the plan preview
 * promised and the spec says, with one pool, one app client and one domain, and a further run writes nothing. A sequence is decided
 * by its seed, which is printed with its steps when it fails; {@code -Dsequence=17} runs that one alone, {@code -Dsequences=1000} runs
 * more of them.
 */
@OnRealInfra
class ConvergenceIT {
    private static final int SEQUENCES = Integer.getInteger("sequences", 200);
    private static final Integer ONLY = Integer.getInteger("sequence");
    private static final int TOGETHER = 100;
    private static final int ROUNDS = 2;

    @Inject
    Provisionings provisionings;

    @Inject
    PlanPreview preview;

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void everySequenceConverges() {
        List<Integer> seeds = ONLY != null
                ? List.of(ONLY)
                : IntStream.range(0, SEQUENCES).boxed().toList();
        for (int first = 0; first < seeds.size(); first += TOGETHER) {
            List<Integer> together = seeds.subList(first, Math.min(first + TOGETHER, seeds.size()));
            System.out.println("Sequences with seeds " + together);
            converge(together.stream().map(Sequence::new).toList());
        }
    }

    private void converge(List<Sequence> batch) {
        for (int round = 0; round < ROUNDS; round++) {
            Aws.behave();
            batch.forEach(Sequence::editAtAws);
            batch.forEach(Sequence::disturb);
            finish(batch);
        }
        Aws.behave();
        batch.forEach(Sequence::live);
        batch.forEach(sequence -> sequence.promise(preview, known(sequence)));
        batch.forEach(Sequence::configure);
        finish(batch);
        batch.forEach(sequence ->
                assertThat(known(sequence).phase()).as(sequence.story()).isEqualTo(Phase.DONE));
        batch.forEach(sequence -> sequence.assertAsPromised(preview, known(sequence)));
        batch.forEach(Sequence::assertAsWanted);
        long before = Aws.now();
        batch.forEach(Sequence::configure);
        finish(batch);
        batch.forEach(sequence -> assertThat(known(sequence))
                .as(sequence.story())
                .returns(Phase.DONE, Provisioning::phase)
                .returns(0, Provisioning::writes));
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    /** Waits for the end of every sequence's execution, and does commerce-sso-service's part of it. */
    private void finish(List<Sequence> batch) {
        List<Sequence> running = new ArrayList<>(batch);
        Waits.await()
                .alias("executions of " + batch.size() + " integrations")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    running.removeIf(this::isOver);
                    return running.isEmpty();
                });
    }

    private boolean isOver(Sequence sequence) {
        Provisioning state = provisionings
                .find(sequence.admin.integration)
                .orElseGet(() -> Provisioning.idle(sequence.admin.integration, Admin.STORE));
        if (state.executionNumber() < sequence.latest.number()) {
            return false;
        }
        if (state.phase() == Phase.AWAITING_REALMS) {
            sequence.wire();
        }
        return state.phase() == Phase.DONE || state.phase() == Phase.FAILED;
    }

    private Provisioning known(Sequence sequence) {
        return provisionings.find(sequence.admin.integration).orElseThrow();
    }
}
