package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.DriftKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest look at one side for drift.
 *
 * @param since when the first of the looks that found something was, with no clean one after it; null when nothing was found
 * @param number of the execution whose result was looked at
 * @param found how many differences there are; null until the look is over
 * @param findings at most {@link #MOST} of them
 */
public record DriftSeen(
        Instant seenAt,
        @Nullable Instant since,
        long number,
        @Nullable Integer found,
        List<Finding> findings) {
    static final int MOST = 50;

    public DriftSeen {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * One difference.
     *
     * @param field null when the whole resource is meant
     */
    public record Finding(String resource, @Nullable String field, DriftKind kind) {
        /** As the ignore list of a drift policy names it. */
        public String address() {
            return field == null ? resource : resource + "." + field;
        }
    }

    /** True when something differs. */
    public boolean drifted() {
        return !findings.isEmpty() || (found != null && found > 0);
    }

    /** With one difference more; what an older look found is history. */
    static @Nullable DriftSeen with(@Nullable DriftSeen known, DriftDetected told, long number) {
        if (known != null && told.seenAt().isBefore(known.seenAt())) {
            return known;
        }
        Finding finding = new Finding(told.resource(), told.field(), told.kind());
        if (known == null || told.seenAt().isAfter(known.seenAt())) {
            return new DriftSeen(told.seenAt(), since(known, told.seenAt()), number, null, List.of(finding));
        }
        if (known.findings().contains(finding) || known.findings().size() >= MOST) {
            return known;
        }
        List<Finding> all = new ArrayList<>(known.findings());
        all.add(finding);
        Instant since = known.since() == null ? told.seenAt() : known.since();
        return new DriftSeen(known.seenAt(), since, known.number(), known.found(), all);
    }

    /** The look is over. */
    static @Nullable DriftSeen over(@Nullable DriftSeen known, Instant seenAt, int found, long number) {
        if (known == null || seenAt.isAfter(known.seenAt())) {
            return new DriftSeen(seenAt, found == 0 ? null : since(known, seenAt), number, found, List.of());
        }
        return seenAt.equals(known.seenAt())
                ? new DriftSeen(known.seenAt(), known.since(), known.number(), found, known.findings())
                : known;
    }

    private static Instant since(@Nullable DriftSeen known, Instant now) {
        return known == null || known.since() == null ? now : known.since();
    }
}
