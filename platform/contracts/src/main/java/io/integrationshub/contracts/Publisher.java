package io.integrationshub.contracts;

import java.util.Arrays;
import java.util.List;

/** The services that publish, each on its own topic; the key of every record is the integration id. */
public enum Publisher {
    CONFIG(
            "/config-service",
            "hub.integration.events.v1",
            List.of(
                    IntegrationConfigured.class,
                    IntegrationPaused.class,
                    IntegrationResumed.class,
                    IntegrationDeleted.class)),
    PROVISIONER(
            "/provisioner-service",
            "hub.pool.events.v1",
            List.of(
                    PoolReady.class,
                    PoolRemoved.class,
                    SignInReady.class,
                    ProvisioningFailed.class,
                    DriftDetected.class,
                    DriftChecked.class,
                    StepStarted.class,
                    StepSucceeded.class,
                    StepFailed.class,
                    StepSkipped.class,
                    LogWritten.class)),
    COMMERCE_SSO(
            "/commerce-sso-service",
            "hub.sso.events.v1",
            List.of(
                    RealmsWired.class,
                    RealmsUnwired.class,
                    WiringFailed.class,
                    DriftDetected.class,
                    DriftChecked.class,
                    StepStarted.class,
                    StepSucceeded.class,
                    StepFailed.class,
                    StepSkipped.class,
                    LogWritten.class)),
    EXECUTION_LOG("/execution-log-service", "hub.execution.events.v1", List.of(ExecutionRetryRequested.class));

    private final String source;
    private final String topic;
    private final List<Class<? extends HubEvent>> types;

    Publisher(String source, String topic, List<Class<? extends HubEvent>> types) {
        this.source = source;
        this.topic = topic;
        this.types = types;
    }

    /**
     * Who publishes on this topic.
     *
     * @throws IllegalArgumentException when nobody does
     */
    public static Publisher on(String topic) {
        return Arrays.stream(values())
                .filter(publisher -> publisher.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic of the hub: " + topic));
    }

    /** The CloudEvents source. */
    public String source() {
        return source;
    }

    /** The Kafka topic; unreadable records go to {@code <topic>.dlq}. */
    public String topic() {
        return topic;
    }

    /** What it publishes. */
    public List<Class<? extends HubEvent>> types() {
        return types;
    }
}
