package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.Waits;
import io.integrationshub.provisioner.application.Provisionings;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dies at every single write of a run, once before and once after it, and must come out as if nothing had happened. */
@OnRealInfra
class CrashIT {
    /** Writes of a first run that makes everything, to the database and to AWS. */
    private static final int WRITES = 17;

    /** Writes of a deletion. */
    private static final int REMOVAL_WRITES = 8;

    @Inject
    Provisionings provisionings;

    /** An integration with an AWS account of its own. */
    private static final class Victim {
        final Admin admin = new Admin().mfa(Mfa.OPTIONAL);
        final String integration = admin.integration.toString();
        final String accessKeyId;
        final SomebodyElse onlooker;
        Execution latest;

        Victim(int number) {
            accessKeyId = "AKIAVICTIM%010d".formatted(number);
            String secret = "secret/of/victim/" + number;
            HubInfra.cognito()
                    .control(
                            "POST",
                            "accounts",
                            "{\"accountId\":\"8%011d\",\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\"}"
                                    .formatted(number, accessKeyId, secret));
            admin.keys(accessKeyId, secret);
            onlooker = new SomebodyElse(accessKeyId, secret, admin.integration);
        }
    }

    @Test
    void aFirstRunThatDiesAnywhereEndsWithOneOfEachAndADeletionWithNone() {
        List<Victim> victims = new ArrayList<>();
        for (int i = 0; i < 2 * WRITES; i++) {
            Victim victim = new Victim(i);
            Crashes.at(victim.integration, victim.accessKeyId, 1 + i / 2, i % 2 == 1);
            victim.latest = victim.admin.configure();
            victims.add(victim);
        }

        finish(victims, Phase.DONE);

        assertThat(victims).allSatisfy(victim -> {
            assertThat(Crashes.happened(victim.integration)).isTrue();
            SomebodyElse.Seen seen = victim.onlooker.look();
            assertThat(seen.clients()).hasSize(1);
            assertThat(seen.pool().domain()).isEqualTo(victim.admin.prefix);
            assertThat(seen.mfa()).isEqualTo("OPTIONAL");
            assertThat(seen.foreignPools()).isZero();
        });
        nothingIsLeftToDo(victims);
        nothingIsLeftAfterADeletionThatDiesAnywhere(victims);
    }

    private void nothingIsLeftToDo(List<Victim> victims) {
        long before = Aws.now();
        victims.forEach(victim -> {
            Crashes.none(victim.integration, victim.accessKeyId);
            victim.latest = victim.admin.configure();
        });
        finish(victims, Phase.DONE);
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    private void nothingIsLeftAfterADeletionThatDiesAnywhere(List<Victim> victims) {
        for (int i = 0; i < victims.size(); i++) {
            Victim victim = victims.get(i);
            Crashes.at(victim.integration, victim.accessKeyId, 1 + i / 2 % REMOVAL_WRITES, i % 2 == 1);
            victim.latest = victim.admin.delete(new Deletion(DeletionPolicy.DELETE, true, false));
        }
        finish(victims, Phase.REMOVED);
        assertThat(victims)
                .allSatisfy(victim -> assertThat(victim.onlooker.poolsLeft())
                        .as("pools of " + victim.integration)
                        .isZero());
    }

    private void finish(List<Victim> victims, Phase end) {
        List<Victim> running = new ArrayList<>(victims);
        Waits.await().pollInterval(Duration.ofMillis(250)).until(() -> {
            running.removeIf(victim -> isOver(victim, end));
            return running.isEmpty();
        });
    }

    private boolean isOver(Victim victim, Phase end) {
        Provisioning state = provisionings
                .find(victim.admin.integration)
                .orElseGet(() -> Provisioning.idle(victim.admin.integration, Admin.STORE));
        if (state.executionNumber() < victim.latest.number()) {
            return false;
        }
        if (state.phase() == Phase.AWAITING_REALMS) {
            victim.admin.wire(victim.latest);
        }
        assertThat(state.phase()).isNotEqualTo(Phase.FAILED);
        return state.phase() == end;
    }
}
