package io.integrationshub.log.notice;

import io.integrationshub.log.application.AlertsConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** For whoever runs the hub: the key that a store checks its webhooks with. */
@ApplicationScoped
public class WebhookSecrets {
    private final AlertsConfig config;

    WebhookSecrets(AlertsConfig config) {
        this.config = config;
    }

    /** The key of a store, {@code whsec_…}; nothing else gives it out. */
    public String of(String storeId) {
        return config.signingKey()
                .map(key -> WebhookKey.of(key, storeId).secret())
                .orElseThrow(() -> new IllegalStateException("hub.log.alerts.signing-key is not set"));
    }
}
