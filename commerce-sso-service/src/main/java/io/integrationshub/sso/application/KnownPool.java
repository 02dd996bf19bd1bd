package io.integrationshub.sso.application;

import io.integrationshub.contracts.UserPool;
import java.util.UUID;

/** A user pool with the place for which its client secret was sealed. */
record KnownPool(String storeId, UUID integrationId, UserPool pool) {}
