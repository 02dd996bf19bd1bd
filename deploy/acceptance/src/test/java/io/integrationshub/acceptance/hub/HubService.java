package io.integrationshub.acceptance.hub;

import java.util.Locale;

/** The services, in the order of their ports. */
public enum HubService {
    CONFIG,
    PROVISIONER,
    COMMERCE_SSO,
    EXECUTION_LOG;

    /** The name of its module and of its log file. */
    public String fullName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-service";
    }

    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
