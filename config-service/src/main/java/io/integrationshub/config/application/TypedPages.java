package io.integrationshub.config.application;

import io.integrationshub.config.domain.PageName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed on a page of a draft and cannot be stored yet, so that nobody has to type it again: field names and values, never a
 * secret. It goes when the page is stored, and with the draft.
 */
public interface TypedPages {

    /** What was typed last, of a draft that the caller has seen to be its store's. */
    Optional<Map<String, List<String>>> find(UUID draftId, PageName page);

    /** Keeps it in place of what was typed before. A draft that is gone keeps nothing. */
    void put(UUID draftId, PageName page, Map<String, List<String>> fields);

    /** Forgets it. */
    void remove(UUID draftId, PageName page);
}
