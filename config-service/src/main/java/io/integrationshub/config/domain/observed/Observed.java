package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an integration from events. It is bounded: one execution, one look at each side, the last success and the last
 * failures; everything older is the execution log's.
 *
 * @param progress of the latest execution; null before the first
 * @param succeeded the latest success
 * @param failed the latest failure
 * @param refused the latest failure that was about keys or permissions
 * @param aws the latest look for drift at AWS; null before the first
 * @param commerce the same at Commerce
 * @param healed the latest execution that was started to heal drift by itself
 */
public record Observed(
        @Nullable Progress progress,
        Existing existing,
        @Nullable Success succeeded,
        @Nullable Trouble failed,
        @Nullable Trouble refused,
        @Nullable DriftSeen aws,
        @Nullable DriftSeen commerce,
        @Nullable Heal healed) {

    /** Nothing is known. */
    public static final Observed NOTHING = new Observed(null, null, null, null, null, null, null, null);

    public Observed {
        existing = existing == null ? Existing.NOTHING : existing;
    }

    /**
     * An execution that succeeded.
     *
     * @param since when the first of the successes was, with no failure after it
     */
    public record Success(long number, long generation, Instant at, Instant since) {}

    /** An execution that failed. */
    public record Trouble(long number, long generation, Instant at, String step, Failure failure) {}

    /**
     * An execution that was started by itself to heal drift.
     *
     * @param findings what it was to heal
     */
    public record Heal(long number, Instant at, List<DriftSeen.Finding> findings) {
        public Heal {
            findings = findings == null ? List.of() : List.copyOf(findings);
        }
    }

    /** An execution was started; it is the latest. */
    public Observed started(Execution execution, long generation) {
        return with(Progress.of(execution, generation));
    }

    /** It was started by itself, to heal this. */
    public Observed healing(Heal heal) {
        return new Observed(progress, existing, succeeded, failed, refused, aws, commerce, heal);
    }

    /** True while the latest execution goes on. */
    public boolean running() {
        return progress != null && progress.running();
    }

    /** True when something is known to differ, as far as an execution has not made it history. */
    public boolean drifted() {
        return looks().anyMatch(look -> look.drifted() && !stale(look));
    }

    /** The same while there is something that could be put right: what was removed does not drift. */
    public boolean drifting() {
        return drifted() && !existing.gone();
    }

    /** All that is known to differ, of looks that an execution has not made history. */
    public List<DriftSeen.Finding> drift() {
        return looks().filter(look -> !stale(look))
                .flatMap(look -> look.findings().stream())
                .toList();
    }

    /** The latest looks at both sides, where there were any. */
    public Stream<DriftSeen> looks() {
        return Stream.of(aws, commerce).filter(Objects::nonNull);
    }

    /** True when an execution has succeeded since, so that nobody knows until the next look. */
    public boolean stale(DriftSeen look) {
        return succeeded != null && look.number() < succeeded.number();
    }

    Observed with(Progress newProgress) {
        return new Observed(newProgress, existing, succeeded, failed, refused, aws, commerce, healed);
    }

    Observed with(Existing newExisting) {
        return new Observed(progress, newExisting, succeeded, failed, refused, aws, commerce, healed);
    }

    Observed with(Success told) {
        return succeeded != null && succeeded.number() >= told.number()
                ? this
                : new Observed(progress, existing, told, failed, refused, aws, commerce, healed);
    }

    Observed with(Trouble told, boolean aboutKeys) {
        Trouble latest = later(failed, told);
        Trouble latestRefused = aboutKeys ? later(refused, told) : refused;
        return new Observed(progress, existing, succeeded, latest, latestRefused, aws, commerce, healed);
    }

    Observed with(Side side, @Nullable DriftSeen look) {
        return switch (side) {
            case AWS -> new Observed(progress, existing, succeeded, failed, refused, look, commerce, healed);
            case COMMERCE -> new Observed(progress, existing, succeeded, failed, refused, aws, look, healed);
        };
    }

    /** The latest look at a side; null before the first. */
    public @Nullable DriftSeen look(Side side) {
        return side == Side.AWS ? aws : commerce;
    }

    private static Trouble later(@Nullable Trouble known, Trouble told) {
        return known != null && known.number() > told.number() ? known : told;
    }
}
