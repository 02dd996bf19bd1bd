package io.integrationshub.local.launcher;

import java.nio.file.Path;

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

    int port(int base) {
        return base + portOffset;
    }

    Path jar(Path root) {
        return root.resolve(fullName()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
