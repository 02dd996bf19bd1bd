package io.integrationshub.sso.commerce;

import io.integrationshub.runtime.egress.RequestPlaces;

/** How many requests go to Commerce with one application key, over all replicas of this service. */
interface RequestBudget {
    /** Waits for a turn; false when none comes within the time of a call, or when interrupted. */
    boolean take(Origin origin, String clientId);

    /** {@link CommerceConfig#requestsPerSecond}, shared through the database. */
    static RequestBudget of(CommerceConfig config, RequestPlaces requestPlaces) {
        RequestPlaces.Rate rate = RequestPlaces.Rate.perSecond(config.requestsPerSecond());
        return (origin, clientId) -> {
            try {
                return requestPlaces.await(origin.text() + "/" + clientId, rate, config.callTimeout());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
