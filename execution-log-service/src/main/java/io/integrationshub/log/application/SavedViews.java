package io.integrationshub.log.application;

import java.util.List;

/** Filters that a person keeps under a name. */
public interface SavedViews {
    /** So many of one person. */
    int MOST = 30;

    /** @param query of the list's address */
    record SavedView(String name, String query) {}

    /** Those of a person, by name. */
    List<SavedView> of(String storeId, String owner);

    /** Keeps it, in place of one with that name; false when there are {@link #MOST} others. */
    boolean save(String storeId, String owner, SavedView view);

    /** Forgets it, if it is there. */
    void forget(String storeId, String owner, String name);
}
