package io.integrationshub.runtime.startup;

import io.integrationshub.runtime.events.PublisherConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start a service that would be unsafe, before it takes its first request, event or job. */
@Singleton
class StartupCheck {
    private static final Logger LOG = Logger.getLogger(StartupCheck.class);

    private final Config config;
    private final PublisherConfig publisher;
    private final boolean local;

    /** @param local true only where {@code deploy/local} or a test runs the hub on one machine */
    StartupCheck(
            Config config,
            PublisherConfig publisher,
            @ConfigProperty(name = "hub.local", defaultValue = "false") boolean local) {
        this.config = config;
        this.publisher = publisher;
        this.local = local;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        List<String> violations = Safeguards.violations(
                publisher.name(), name -> config.getOptionalValue(name, String.class), Files::isReadable, local);
        if (!violations.isEmpty()) {
            String reasons = "This service does not start as it is configured. " + String.join(" ", violations)
                    + " (hub.local=true allows plain text on a developer's own machine)";
            // As a line of its own: in a JSON log the message of an exception is deep inside its stack trace.
            LOG.error(reasons);
            throw new IllegalStateException(reasons);
        }
    }
}
