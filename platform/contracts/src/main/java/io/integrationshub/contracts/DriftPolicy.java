package io.integrationshub.contracts;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What happens when reality no longer is what was applied.
 *
 * @param heal start an execution by itself (trigger {@code drift-heal}); never while paused
 * @param ignore drift that is neither told nor healed: a resource, or a resource and a member, for example
 *     {@code cognito.UserPoolClient.RefreshTokenValidity}
 */
public record DriftPolicy(boolean heal, List<String> ignore) {
    private static final Pattern REALM = Pattern.compile("^([^.]+\\.[^.\\[]+)\\[[^]]*]");

    public DriftPolicy {
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
    }

    /**
     * True for what an entry names, and for everything below it. An entry without a realm is about all realms.
     *
     * @param address a resource as {@link DriftDetected} names it, or a resource, a dot and a field of it
     */
    public boolean ignores(String address) {
        String overAllRealms = REALM.matcher(address).replaceFirst("$1");
        return ignore.stream().anyMatch(entry -> within(address, entry) || within(overAllRealms, entry));
    }

    private static boolean within(String address, String entry) {
        return address.equals(entry) || address.startsWith(entry + ".");
    }
}
