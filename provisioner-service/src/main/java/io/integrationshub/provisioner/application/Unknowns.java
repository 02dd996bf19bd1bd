package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.domain.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stand-ins for ids and URLs that exist only when a plan is carried out. They pass every check, and are never shown. */
final class Unknowns {
    static final String CLIENT_ID = "knownafterapply";
    private static final String POOL = "_KnownAfterApply";
    private static final String CALLBACK = "https://known-after-apply.invalid/";
    private static final String SHOWN = "(known after apply)";
    private static final String REDACTED = "(sensitive value)";

    private Unknowns() {}

    static String poolId(String region) {
        return region + POOL;
    }

    static WiredRealm wired(Realm realm) {
        String name = realm.name().toLowerCase(Locale.ROOT);
        return new WiredRealm(realm, name, name, name, CALLBACK + name, CALLBACK + name);
    }

    /** As it may be shown. */
    static Map<String, Object> shown(Document document) {
        return shown(document.members());
    }

    private static Map<String, Object> shown(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach(
                (name, value) -> copy.put(String.valueOf(name), name.equals("ClientSecret") ? REDACTED : shown(value)));
        return copy;
    }

    private static Object shown(Object value) {
        return switch (value) {
            case String text when unknown(text) -> SHOWN;
            case List<?> list -> list.stream().map(Unknowns::shown).toList();
            case Map<?, ?> map -> shown(map);
            case null, default -> value;
        };
    }

    /** True for each member that is not known yet, or not completely. */
    static Map<String, Object> of(Document document) {
        Map<String, Object> unknown = new LinkedHashMap<>();
        document.members().forEach((name, value) -> {
            boolean holds = value instanceof List<?> list
                    ? list.stream().anyMatch(item -> item instanceof String text && unknown(text))
                    : value instanceof String text && unknown(text);
            if (holds) {
                unknown.put(name, true);
            }
        });
        return unknown;
    }

    private static boolean unknown(String text) {
        return text.equals(CLIENT_ID) || text.endsWith(POOL) || text.startsWith(CALLBACK);
    }
}
