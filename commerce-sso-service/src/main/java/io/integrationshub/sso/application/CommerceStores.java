package io.integrationshub.sso.application;

/** The stores at Elastic Path Commerce. */
public interface CommerceStores {

    /** The store that the keys belong to. Calls nobody yet. */
    CommerceStore open(StoreKeys keys);

    /** The same for keys that nobody has tried yet: with a token of its own, as one at hand may outlive a withdrawn key. */
    CommerceStore tryOut(StoreKeys keys);
}
