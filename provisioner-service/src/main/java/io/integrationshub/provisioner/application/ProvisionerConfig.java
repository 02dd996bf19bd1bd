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

    /** How much of the request rates that AWS allows is used, up to 1; the rest is left to the account's owner. */
    @WithDefault("0.98")
    double quotaShare();

    /** How many integrations of one AWS account and region are worked on at a time, so that no account takes all workers. */
    @WithDefault("8")
    int runsPerAccount();

    /** When to look whether reality still is what was applied. */
    Drift drift();

    /** Looks for drift. */
    interface Drift {
        /** Between two looks at one integration; a tenth more or less, so that they spread. */
        @WithDefault("10h")
        Duration interval();

        /** From the end of an execution to the first look. */
        @WithDefault("1m")
        Duration afterRun();

        /** Until the next look when there was no answer. */
        @WithDefault("15m")
        Duration again();
    }
}
