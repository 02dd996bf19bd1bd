package io.integrationshub.log.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Alerts. */
@ConfigMapping(prefix = "hub.log.alerts")
public interface AlertsConfig {

    /** How long to wait for more of the same before a notice goes out. */
    @WithDefault("5s")
    Duration collect();

    /** What happened longer ago is not told any more. */
    @WithDefault("1h")
    Duration notOlderThan();

    /** How often a notice is tried before it counts as failed. */
    @WithDefault("8")
    int attempts();

    /**
     * The key that webhooks are signed with, at least 32 bytes in Base64; each store's own key is derived from it. Without it
     * there are no webhooks.
     */
    Optional<String> signingKey();

    /** Origins of webhooks that need not be public https addresses, for example {@code http://localhost:9000}; hub.local only. */
    Optional<List<String>> localOrigins();

    /** Whether rules may send e-mail; how is told by quarkus.mailer. */
    @WithDefault("false")
    boolean email();
}
