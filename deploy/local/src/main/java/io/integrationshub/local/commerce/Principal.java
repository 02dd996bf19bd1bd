package io.integrationshub.local.commerce;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** On whose behalf a call is made, as its bearer token says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Principal.OfStore.class, name = "store"),
    @JsonSubTypes.Type(value = Principal.OfOrganization.class, name = "organization"),
    @JsonSubTypes.Type(value = Principal.Nobody.class, name = "nobody")
})
sealed interface Principal {

    /** A key created in a store acts as its Store Admin. */
    record OfStore(String storeId) implements Principal {}

    /** A key created in an organization acts as Org Admin and is in no store. */
    record OfOrganization(String organizationId) implements Principal {}

    /** A public address, such as the browser's. */
    record Nobody() implements Principal {}

    /** The id of the store or organization; empty for nobody. */
    default String scopeId() {
        return switch (this) {
            case OfStore store -> store.storeId();
            case OfOrganization organization -> organization.organizationId();
            case Nobody nobody -> "";
        };
    }
}
