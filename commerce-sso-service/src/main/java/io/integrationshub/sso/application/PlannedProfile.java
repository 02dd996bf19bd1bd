package io.integrationshub.sso.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.sso.domain.WantedProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The OIDC profile that is wanted, as far as it is known before the user pool is ready.
 *
 * @param poolKnown false while discovery URL, client id and secret come to be only when the plan is carried out
 */
record PlannedProfile(WantedProfile wanted, boolean poolKnown) {
    private static final String UNKNOWN = "(known after apply)";
    private static final String SENSITIVE = "(sensitive value)";

    static PlannedProfile of(IntegrationSpec spec, Optional<KnownPool> known, ProfileSecrets secrets) {
        String name = spec.userPool().oidcProfileName();
        return known.map(pool -> new PlannedProfile(
                        new WantedProfile(
                                name,
                                pool.pool().discoveryUrl(),
                                pool.pool().clientId(),
                                secrets.digest(pool).orElse(UNKNOWN)),
                        true))
                .orElseGet(() -> new PlannedProfile(new WantedProfile(name, UNKNOWN, UNKNOWN, UNKNOWN), false));
    }

    /** As Commerce would show it. */
    Map<String, Object> members() {
        return members(wanted.name(), wanted.discoveryUrl(), wanted.clientId());
    }

    /** In Commerce's words, in the order of the request; a secret is there, but not shown. */
    static Map<String, Object> members(String name, String discoveryUrl, String clientId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("discovery_url", discoveryUrl);
        members.put("client_id", clientId);
        members.put("client_secret", SENSITIVE);
        return members;
    }

    /** Members that are not known yet. */
    Map<String, Object> unknown() {
        Map<String, Object> unknown = new LinkedHashMap<>();
        if (!poolKnown) {
            unknown.put("discovery_url", true);
            unknown.put("client_id", true);
            unknown.put("client_secret", true);
        }
        return unknown;
    }
}
