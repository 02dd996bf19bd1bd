package io.integrationshub.runtime.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Sessions of the people who sign in at the pages of config-service and execution-log-service. */
@ConfigMapping(prefix = "hub.session")
public interface SessionConfig {

    /**
     * Seals the session cookie: at least 32 characters, the same for all replicas of a service. Without it every process makes one
     * of its own when it starts, which is good for one process on a developer's machine only.
     */
    Optional<String> secret();
}
