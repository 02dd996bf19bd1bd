package io.integrationshub.config.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.domain.StoredSecret;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Masked;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Trigger;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values look on a page. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+\\.([A-Za-z]+)(?:\\[([A-Z]+)])?");
    private static final Pattern WORDS = Pattern.compile("[A-Z][a-z]+");

    /** Findings that are about something there is no way back from. */
    private static final Set<String> IRREVERSIBLE = Set.of("DOMAIN_MOVE", "PREFIX_REPLACED");

    private Shown() {}

    /** UTC, to the minute. */
    static String utc(Instant instant) {
        return TIME.format(instant);
    }

    /** As in events and in the API. */
    static String word(Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For those who do not see the colour. */
    static String word(Plan.Severity severity) {
        return severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** What cannot be taken back once it is done. */
    static boolean irreversible(Plan.ResourceChange resource) {
        return resource.change().actions().contains("delete")
                || resource.findings().stream().anyMatch(finding -> IRREVERSIBLE.contains(finding.code()));
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

    /** Members that change, in the order of the request; then those that are known only when it is done. */
    static List<ShownPlan.Member> members(Plan.Change change) {
        Map<String, Object> before = change.before() == null ? Map.of() : change.before();
        Map<String, Object> after = change.after() == null ? Map.of() : change.after();
        Stream<ShownPlan.Member> known = after.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new ShownPlan.Member(
                        name,
                        value(before.get(name), change.beforeSensitive().get(name)),
                        value(after.get(name), change.afterSensitive().get(name))));
        Stream<ShownPlan.Member> later = change.afterUnknown().keySet().stream()
                .filter(name -> !after.containsKey(name))
                .map(name -> new ShownPlan.Member(name, value(before.get(name), null), "known when it is done"));
        return Stream.concat(known, later).toList();
    }

    private static String value(@Nullable Object value, @Nullable Object sensitive) {
        return value == null ? "" : Boolean.TRUE.equals(sensitive) ? "not shown" : json(value);
    }

    /** As it stands in a request, one member a line. */
    static String json(Object value) {
        try {
            return value instanceof String text
                    ? text
                    : Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON goes as JSON", e);
        }
    }

    /** A default template, cut where a member stands that has to stay. */
    static List<Piece> pieces(AwsQuestions.TemplateText template) {
        if (template.protectedMembers().isEmpty()) {
            return List.of(new Piece(template.text(), false));
        }
        Matcher members = Pattern.compile(template.protectedMembers().stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "\"(?:", ")\"")))
                .matcher(template.text());
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (members.find()) {
            pieces.add(new Piece(template.text().substring(from, members.start()), false));
            pieces.add(new Piece(members.group(), true));
            from = members.end();
        }
        pieces.add(new Piece(template.text().substring(from).stripTrailing(), false));
        return pieces;
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
