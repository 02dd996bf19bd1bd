package io.integrationshub.config.application;

import java.util.UUID;

/** Whose draft is changed, by whom, and which version of it that person has seen. */
public record Edit(String storeId, UUID draftId, String actor, ExpectedVersion expects) {}
