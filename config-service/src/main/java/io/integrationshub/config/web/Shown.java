package io.integrationshub.config.web;

import io.integrationshub.config.domain.StoredSecret;
import io.integrationshub.contracts.Masked;
import io.integrationshub.contracts.Trigger;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values look on a page. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** UTC, to the minute. */
    static String utc(Instant instant) {
        return TIME.format(instant);
    }

    /** As in events and in the API. */
    static String word(Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Field of one of the callback URLs. */
    static String lineName(Integer index) {
        return "callbackUrls." + index;
    }

    /** Enough of an id to recognise it. */
    static String masked(String id) {
        return Masked.id(id);
    }

    /** All that can be told of a secret. */
    static String told(StoredSecret secret) {
        return "entered by " + secret.updatedBy() + " on " + utc(secret.updatedAt()) + " UTC";
    }
}
