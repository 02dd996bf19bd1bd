package io.integrationshub.config.web;

import io.integrationshub.config.domain.StoredSecret;
import io.integrationshub.contracts.Masked;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Trigger;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values look on a page. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+\\.([A-Za-z]+)(?:\\[([A-Z]+)])?");
    private static final Pattern WORDS = Pattern.compile("[A-Z][a-z]+");

    private Shown() {}

    /** UTC, to the minute. */
    static String utc(Instant instant) {
        return TIME.format(instant);
    }

    /** As in events and in the API. */
    static String word(Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What would happen to a resource, in a word. */
    static String word(Plan.Change change) {
        List<String> actions = change.actions();
        if (actions.contains("delete")) {
            return actions.contains("create") ? "replaced" : "deleted";
        }
        return actions.contains("create") ? "created" : actions.contains("update") ? "changed" : "left as it is";
    }

    /** Class of the style sheet. */
    static String style(Plan.Change change) {
        return switch (word(change)) {
            case "created" -> "good";
            case "changed" -> "wait";
            case "left as it is" -> "idle";
            default -> "bad";
        };
    }

    /** cognito.UserPoolClient as User pool client; commerce.OidcProfile[BUYER] as OIDC profile, Buyer. */
    static String resource(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        String words = WORDS.matcher(parts.group(1)).replaceAll(" $0").strip().toLowerCase(Locale.ROOT);
        String name = words.replaceFirst("^oidc", "OIDC")
                .replaceFirst("^[a-z]", words.substring(0, 1).toUpperCase(Locale.ROOT));
        String realm = parts.group(2);
        return realm == null
                ? name
                : name + ", " + realm.charAt(0) + realm.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Members that change, not their values: those of a template may be long. */
    static List<String> changes(Plan.Change change) {
        Map<String, Object> before = change.before();
        Map<String, Object> after = change.after();
        if (before == null || after == null) {
            return List.of();
        }
        return after.entrySet().stream()
                .filter(member -> !Objects.equals(before.get(member.getKey()), member.getValue()))
                .map(Map.Entry::getKey)
                .toList();
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
