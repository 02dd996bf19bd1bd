package io.integrationshub.config.domain.observed;

import static io.integrationshub.config.domain.observed.Condition.Status.FALSE;
import static io.integrationshub.config.domain.observed.Condition.Status.TRUE;
import static io.integrationshub.config.domain.observed.Condition.Status.UNKNOWN;

import io.integrationshub.config.domain.Definition;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is known of an integration as conditions; worked out whenever somebody asks, so that it is never out of date. */
public final class Conditions {
    private static final Set<ErrorClass> THE_CONFIGURATION_MUST_CHANGE =
            EnumSet.of(ErrorClass.CREDENTIALS, ErrorClass.INPUT, ErrorClass.CONFLICT);
    private static final int NAMED = 3;

    private final Integration integration;
    private final Observed observed;

    private Conditions(Integration integration, Observed observed) {
        this.integration = integration;
        this.observed = observed;
    }

    /**
     * All of them, in the order of their types.
     *
     * @param used version of the definition that the latest revision was made with
     * @param latest the latest there is
     */
    public static List<Condition> of(Integration integration, String used, Definition latest, Observed observed) {
        Conditions all = new Conditions(integration, observed);
        return List.of(
                all.ready(),
                all.synced(),
                all.credentialsValid(),
                all.driftDetected(),
                all.updateAvailable(used, latest),
                all.paused(),
                all.failed(Condition.Type.TERMINAL, THE_CONFIGURATION_MUST_CHANGE),
                all.failed(
                        Condition.Type.RECOVERABLE,
                        EnumSet.complementOf(EnumSet.copyOf(THE_CONFIGURATION_MUST_CHANGE))));
    }

    private Condition ready() {
        Condition.Type type = Condition.Type.READY;
        Observed.Success success = observed.succeeded();
        Observed.Trouble trouble = observed.failed();
        DriftSeen.Finding missing = observed.drift().stream()
                .filter(found -> found.field() == null && found.kind() == DriftKind.MISSING)
                .findFirst()
                .orElse(null);
        if (integration.deleting() != null) {
            return deleted(type);
        }
        if (missing != null) {
            String message = missing.resource() + " is gone. Heal, or Reconfigure.";
            return say(type, FALSE, "ResourceMissing", message, driftingSince());
        }
        if (trouble != null && (success == null || trouble.number() > success.number())) {
            return success == null
                    ? say(type, FALSE, "ExecutionFailed", trouble.failure().message(), trouble.at())
                    : new Condition(
                            type,
                            UNKNOWN,
                            "ExecutionFailed",
                            "Sign-in worked as revision " + success.generation()
                                    + " wanted it; the execution after that failed.",
                            trouble.at(),
                            success.generation());
        }
        if (success == null) {
            return say(
                    type, FALSE, "FirstExecution", "The first execution has not ended yet.", integration.createdAt());
        }
        String message = "Sign-in works as revision " + success.generation() + " wants it.";
        return new Condition(type, TRUE, "SignInWorks", message, success.since(), success.generation());
    }

    private Condition synced() {
        Condition.Type type = Condition.Type.SYNCED;
        Progress progress = observed.progress();
        if (integration.deleting() != null) {
            return deleted(type);
        }
        if (progress == null) {
            return say(type, UNKNOWN, "NothingHeard", "Nothing was heard of its executions yet.", null);
        }
        if (progress.running()) {
            String message = "Execution " + progress.number() + " brings revision " + progress.generation() + " about.";
            return say(type, FALSE, "Applying", message, progress.requestedAt());
        }
        if (!progress.end().succeeded()) {
            String message = "Revision " + progress.generation() + " is not in place: "
                    + progress.end().failure().message();
            return say(type, FALSE, "ExecutionFailed", message, progress.end().at());
        }
        if (observed.drifted()) {
            return say(type, FALSE, "Drifted", differences(), driftingSince());
        }
        String message = "Revision " + progress.generation() + " is in place.";
        return say(type, TRUE, "Applied", message, progress.end().at());
    }

    private Condition credentialsValid() {
        Condition.Type type = Condition.Type.CREDENTIALS_VALID;
        Observed.Success success = observed.succeeded();
        Observed.Trouble refused = observed.refused();
        if (refused != null && (success == null || refused.number() > success.number())) {
            String reason =
                    refused.failure().errorClass() == ErrorClass.PERMISSION ? "PermissionMissing" : "KeysRefused";
            return new Condition(type, FALSE, reason, refused.failure().message(), refused.at(), refused.generation());
        }
        DriftSeen.Finding unreadable = observed.drift().stream()
                .filter(found -> found.kind() == DriftKind.UNREADABLE)
                .findFirst()
                .orElse(null);
        if (unreadable != null) {
            String message = "The keys may no longer read " + unreadable.resource() + ".";
            return say(type, FALSE, "PermissionMissing", message, driftingSince());
        }
        return success == null
                ? say(type, UNKNOWN, "NotTriedYet", "No execution has used the keys to its end yet.", null)
                : new Condition(
                        type,
                        TRUE,
                        "KeysWork",
                        "The keys did all that was needed.",
                        success.since(),
                        success.generation());
    }

    private Condition driftDetected() {
        Condition.Type type = Condition.Type.DRIFT_DETECTED;
        if (observed.drifted()) {
            return say(type, TRUE, healed() ? "HealDidNotHelp" : "Drifted", differences(), driftingSince());
        }
        Instant seen = observed.looks()
                .filter(look -> !observed.stale(look))
                .map(DriftSeen::seenAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return seen == null
                ? say(type, UNKNOWN, "NotLookedYet", "Nobody has looked since the latest execution.", null)
                : say(type, FALSE, "AsApplied", "All is as it was applied.", seen);
    }

    private Condition updateAvailable(String used, Definition latest) {
        Condition.Type type = Condition.Type.UPDATE_AVAILABLE;
        return latest.newerThan(used)
                ? say(
                        type,
                        TRUE,
                        "NewerVersion",
                        "There is an update available: version " + latest.version() + " in place of " + used
                                + ". Choose Update.",
                        latest.publishedAt())
                : say(type, FALSE, "Latest", "Version " + used + " is the latest.", null);
    }

    private Condition paused() {
        Integration.Pause pause = integration.paused();
        return pause == null
                ? say(Condition.Type.PAUSED, FALSE, "Enabled", "Your integration is enabled.", null)
                : say(
                        Condition.Type.PAUSED,
                        TRUE,
                        "PausedByPerson",
                        "Your integration is paused, by " + pause.by()
                                + (pause.reason() == null ? "." : ": " + pause.reason()),
                        pause.since());
    }

    private Condition failed(Condition.Type type, Set<ErrorClass> classes) {
        Progress progress = observed.progress();
        boolean failed = progress != null
                && !progress.running()
                && !progress.end().succeeded()
                && classes.contains(progress.end().failure().errorClass());
        return failed
                ? new Condition(
                        type,
                        TRUE,
                        Reasons.camelCase(progress.end().failure().code()),
                        progress.end().failure().message(),
                        progress.end().at(),
                        progress.generation())
                : say(type, FALSE, "NothingInTheWay", "Nothing of this kind is in the way.", null);
    }

    private Condition deleted(Condition.Type type) {
        return integration.deletedAt() == null
                ? say(
                        type,
                        FALSE,
                        "Deleting",
                        "It is being deleted.",
                        integration.deleting().since())
                : say(type, FALSE, "Deleted", "It was deleted.", integration.deletedAt());
    }

    /** True when this is what the latest heal was to heal. */
    private boolean healed() {
        return observed.healed() != null
                && Set.copyOf(observed.healed().findings()).equals(Set.copyOf(observed.drift()));
    }

    private @Nullable Instant driftingSince() {
        return observed.looks()
                .filter(look -> look.drifted() && !observed.stale(look))
                .map(look -> look.since() == null ? look.seenAt() : look.since())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private String differences() {
        List<DriftSeen.Finding> all = observed.drift();
        String named = all.stream()
                .limit(NAMED)
                .map(found -> found.address() + " (" + found.kind() + ")")
                .collect(Collectors.joining(", "));
        return "Somebody changed outside the hub what was applied: " + named
                + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more." : ".");
    }

    private Condition say(
            Condition.Type type, Condition.Status status, String reason, String message, @Nullable Instant since) {
        return new Condition(type, status, reason, message, since, integration.generation());
    }
}
