package io.integrationshub.provisioner.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the provisioner talks to AWS. */
@ConfigMapping(prefix = "hub.aws")
public interface ProvisionerConfig {

    /** Another address of Cognito and STS than Amazon's. */
    Optional<URI> endpointOverride();

    /** Longest wait for a connection. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** Longest wait for one answer. */
    @WithDefault("15s")
    Duration attemptTimeout();

    /** Longest wait for a call, repeats included. */
    @WithDefault("45s")
    Duration callTimeout();

    /** Longest time for a connection check or a plan preview as a whole: somebody is waiting. */
    @WithDefault("12s")
    Duration questionTimeout();

    /** How long a new domain may take to become active; Amazon says up to a minute. */
    @WithDefault("60s")
    Duration domainWait();

    /** Pause between two looks at something that takes a moment. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How often to look for what a create without an answer may have made, before it is made again. */
    @WithDefault("3")
    int settleLooks();
}
