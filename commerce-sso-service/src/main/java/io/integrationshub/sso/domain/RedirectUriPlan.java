package io.integrationshub.sso.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be done about the redirect URIs of a realm. The list is shared with everybody else who uses the realm: only what we
 * added is ever taken away.
 *
 * @param claimed what counts as added by us while the write is under way, so that a crash in between leaves no orphan
 * @param result the whole list as it should be, in the order it has
 * @param added what counts as added by us once {@code result} is in place
 */
public record RedirectUriPlan(List<String> claimed, List<String> result, List<String> added, boolean write) {

    /**
     * Compares.
     *
     * @param existing the realm's list now
     * @param addedBefore what counted as added by us until now
     * @param wanted what the spec wants; empty when the realm is off
     * @param wantedByOthers what other integrations of this hub want in the same realm: ours that they want too are left to them
     */
    public static RedirectUriPlan of(
            List<String> existing, List<String> addedBefore, List<String> wanted, List<String> wantedByOthers) {
        Set<String> claimed = new LinkedHashSet<>(addedBefore);
        wanted.stream().filter(uri -> !existing.contains(uri)).forEach(claimed::add);

        Set<String> result = new LinkedHashSet<>(existing);
        addedBefore.stream()
                .filter(uri -> !wanted.contains(uri) && !wantedByOthers.contains(uri))
                .forEach(result::remove);
        result.addAll(wanted);

        List<String> added = claimed.stream().filter(wanted::contains).toList();
        List<String> list = List.copyOf(result);
        return new RedirectUriPlan(List.copyOf(claimed), list, added, !sameMembers(list, existing));
    }

    /** URIs that are new. */
    public List<String> adds(List<String> existing) {
        return without(result, existing);
    }

    /** URIs that go. */
    public List<String> removes(List<String> existing) {
        return without(existing, result);
    }

    /** URIs that others added: they stay, whatever happens to ours. */
    public List<String> notOurs() {
        return without(result, added);
    }

    private static List<String> without(List<String> from, List<String> these) {
        List<String> rest = new ArrayList<>(from);
        rest.removeAll(these);
        return List.copyOf(rest);
    }

    /** Commerce compares by member, so a list that merely repeats one needs no write. */
    private static boolean sameMembers(List<String> one, List<String> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }
}
