package io.integrationshub.sso.application;

import io.integrationshub.runtime.secrets.OpenedSecret;

/** An application key of a Commerce store, opened for the time of a run. */
public record StoreKeys(String tokenUrl, String clientId, OpenedSecret clientSecret) {
    @Override
    public String toString() {
        return "StoreKeys[" + tokenUrl + "]";
    }
}
