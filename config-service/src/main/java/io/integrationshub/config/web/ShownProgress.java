package io.integrationshub.config.web;

import io.integrationshub.config.domain.observed.Progress;
import io.integrationshub.config.domain.observed.StepSeen;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How executions look on a page. */
@TemplateExtension
final class ShownProgress {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final int SECOND = 1_000;
    private static final int MINUTE = 60 * SECOND;

    private ShownProgress() {}

    /** Where it stands, in the words of the product documentation. */
    static String words(Progress progress) {
        return switch (progress.state()) {
            case QUEUED -> "Queued";
            case RUNNING -> "Running";
            case RETRY_PENDING -> "Waiting for the next retry";
            case SUCCEEDED -> "✓ Successful";
            case FAILED -> "✕ Failed";
        };
    }

    /** Class of the style sheet. */
    static String style(Progress progress) {
        return switch (progress.state()) {
            case QUEUED, RUNNING -> "busy";
            case RETRY_PENDING -> "wait";
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
        };
    }

    static boolean succeeded(Progress progress) {
        return progress.state() == Progress.State.SUCCEEDED;
    }

    static String words(StepSeen step) {
        return switch (step.status()) {
            case RUNNING -> "Running";
            case SUCCEEDED -> "Successful";
            case SKIPPED -> "Not needed";
            case FAILED -> "Failed";
        };
    }

    static String style(StepSeen step) {
        return switch (step.status()) {
            case RUNNING -> "busy";
            case SUCCEEDED -> "good";
            case SKIPPED -> "idle";
            case FAILED -> "bad";
        };
    }

    /** A shape as well as a colour. */
    static String sign(StepSeen step) {
        return switch (step.status()) {
            case RUNNING -> "…";
            case SUCCEEDED -> "✓";
            case SKIPPED -> "–";
            case FAILED -> "✕";
        };
    }

    /** 850 ms, 2.4 s, 3 min 5 s. */
    static String duration(Long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        return millis < MINUTE
                ? String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND)
                : millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }

    /** Time of day, UTC. */
    static String utcSecond(Instant instant) {
        return TO_THE_SECOND.format(instant);
    }

    static Way way(Failure failure) {
        return Way.of(failure);
    }

    static String title(Realm realm) {
        return realm == Realm.BUYER ? "Buyer Organization" : "Merchant Organization";
    }

    /** Who signs in there. */
    static String people(Realm realm) {
        return realm == Realm.BUYER ? "a shopper" : "staff";
    }
}
