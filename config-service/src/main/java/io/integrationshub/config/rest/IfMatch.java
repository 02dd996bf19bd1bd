package io.integrationshub.config.rest;

import io.integrationshub.config.application.ExpectedVersion;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags of drafts and integrations: their version (RFC 9110, 8.8.3 and 13.1.1). */
final class IfMatch {
    // A weak tag never matches (RFC 9110, 13.1.1), so only strong ones are looked for.
    private static final Pattern TAG = Pattern.compile("(?<!W/)\"(\\d{1,18})\"");

    private IfMatch() {}

    /** What the header If-Match says; whatever there is, when it is missing. */
    static ExpectedVersion of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new ExpectedVersion.Any();
        }
        Set<Long> versions = new HashSet<>();
        Matcher tag = TAG.matcher(header);
        while (tag.find()) {
            versions.add(Long.parseLong(tag.group(1)));
        }
        return new ExpectedVersion.OneOf(versions);
    }

    /** The tag of this version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** 412: someone else was faster. */
    static HttpProblem failed() {
        return HttpProblem.builder()
                .withStatus(Status.PRECONDITION_FAILED)
                .withTitle("Somebody else was faster")
                .withDetail("This was changed since you read it. Read it again and repeat what you want to change.")
                .with("code", "VERSION_MISMATCH")
                .build();
    }
}
