package io.integrationshub.config.domain.observed;

import io.integrationshub.config.domain.Integration;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.DriftPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether drift is healed without anybody asking. */
public final class Healing {
    private static final String USER_POOL = "cognito.UserPool";

    private Healing() {}

    /** What is to be done. */
    public sealed interface Decision {

        /** Start an execution that puts these right. */
        record Heal(List<DriftSeen.Finding> findings) implements Decision {}

        /** Leave it. */
        record Leave(Reason reason) implements Decision {}
    }

    /** Why it is left. */
    public enum Reason {
        /** The policy leaves healing to people. */
        NOT_WANTED,
        PAUSED,
        DELETED,
        /** An execution is at work and may put it right. */
        RUNNING,
        /** Nothing has drifted, or only what nobody wants to hear of. */
        NOTHING,
        /** The user pool itself is gone, and its users with it; or the keys may not look. */
        NEEDS_A_PERSON,
        /** The latest heal was to heal exactly this, and it is still there. */
        DID_NOT_HELP,
        /** Something was healed a short while ago: somebody else may be changing it back. */
        TOO_SOON
    }

    /**
     * The decision after a look is over.
     *
     * @param rest between two heals of different drift
     * @param longRest between two heals of the same drift
     */
    public static Decision decide(
            Integration integration,
            @Nullable DriftPolicy policy,
            Observed observed,
            Instant now,
            Duration rest,
            Duration longRest) {
        if (policy == null || !policy.heal()) {
            return new Decision.Leave(Reason.NOT_WANTED);
        }
        if (integration.deleting() != null) {
            return new Decision.Leave(Reason.DELETED);
        }
        if (integration.paused() != null) {
            return new Decision.Leave(Reason.PAUSED);
        }
        if (observed.running()) {
            return new Decision.Leave(Reason.RUNNING);
        }
        List<DriftSeen.Finding> findings = relevant(observed, policy);
        if (findings.isEmpty()) {
            return new Decision.Leave(Reason.NOTHING);
        }
        if (findings.stream().anyMatch(Healing::poolGone) || findings.stream().noneMatch(Healing::canBeHealed)) {
            return new Decision.Leave(Reason.NEEDS_A_PERSON);
        }
        Observed.Heal last = observed.healed();
        if (last != null
                && Set.copyOf(last.findings()).equals(Set.copyOf(findings))
                && now.isBefore(last.at().plus(longRest))) {
            return new Decision.Leave(Reason.DID_NOT_HELP);
        }
        if (last != null && now.isBefore(last.at().plus(rest))) {
            return new Decision.Leave(Reason.TOO_SOON);
        }
        return new Decision.Heal(findings);
    }

    /** What is known to differ and is somebody's business. */
    public static List<DriftSeen.Finding> relevant(Observed observed, @Nullable DriftPolicy policy) {
        List<String> ignored = policy == null ? List.of() : policy.ignore();
        return observed.drift().stream()
                .filter(found -> ignored.stream().noneMatch(entry -> names(entry, found)))
                .toList();
    }

    /** The entry names the resource, the kind of resource over all realms, or a member of either. */
    private static boolean names(String entry, DriftSeen.Finding found) {
        String overAllRealms = found.address().replaceFirst("\\[[A-Z]*]", "");
        return covers(entry, found.address()) || covers(entry, overAllRealms);
    }

    private static boolean covers(String entry, String address) {
        return address.equals(entry) || address.startsWith(entry + ".") || address.startsWith(entry + "[");
    }

    private static boolean poolGone(DriftSeen.Finding found) {
        return found.resource().equals(USER_POOL) && found.field() == null && found.kind() == DriftKind.MISSING;
    }

    private static boolean canBeHealed(DriftSeen.Finding found) {
        return found.kind() == DriftKind.MISSING || found.kind() == DriftKind.CHANGED;
    }
}
