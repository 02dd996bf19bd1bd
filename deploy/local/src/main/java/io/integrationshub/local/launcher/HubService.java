package io.integrationshub.local.launcher;

/** The four services, in the order of the way of the data. */
enum HubService {
    CONFIG("config", 1),
    PROVISIONER("provisioner", 2),
    COMMERCE_SSO("commerce-sso", 3),
    EXECUTION_LOG("execution-log", 4);

    private final String shortName;
    private final int portOffset;

    HubService(String shortName, int portOffset) {
        this.shortName = shortName;
        this.portOffset = portOffset;
    }

    /** As in the names of keysets. */
    String shortName() {
        return shortName;
    }

    /** The module's and the process' name. */
    String fullName() {
        return shortName + "-service";
    }

    String database() {
        return shortName.replace('-', '_');
    }

    /** Whether people sign in at it with a browser. */
    boolean hasPages() {
        return this == CONFIG || this == EXECUTION_LOG;
    }

    int port(int base) {
        return base + portOffset;
    }
}
