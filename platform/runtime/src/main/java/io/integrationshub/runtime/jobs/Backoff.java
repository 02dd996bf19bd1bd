package io.integrationshub.runtime.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between tries: exponential with full jitter, so that many that failed together do not come back together.
 *
 * @param base the longest first pause
 * @param cap the longest pause of all
 */
public record Backoff(Duration base, Duration cap) {

    /** The pause before the try after this many failures (1 for the first). */
    public Duration pause(int failures) {
        double longest = Math.min(cap.toMillis(), base.toMillis() * Math.pow(2, Math.min(failures - 1, 40)));
        // Never less than a tenth: a pause of nothing would be no pause.
        return Duration.ofMillis((long) (longest * ThreadLocalRandom.current().nextDouble(0.1, 1.0)));
    }
}
