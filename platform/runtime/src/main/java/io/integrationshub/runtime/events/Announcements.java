package io.integrationshub.runtime.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.tracing.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Says what happened. The announcement commits with the change it tells of; after the commit it is published, in the order of its
 * integration, until the broker has acknowledged it.
 */
@ApplicationScoped
public class Announcements {
    /** Before ordinary work, which may take long. */
    private static final int PRIORITY = 10;

    private final DataSource database;
    private final Jobs jobs;
    private final Publisher publisher;
    private final Clock clock;
    private final Traces traces;

    Announcements(DataSource database, Jobs jobs, PublisherConfig config, Clock clock, Traces traces) {
        if (!config.name().topic().equals(config.topic())) {
            throw new IllegalStateException(
                    "hub.publisher.topic must be " + config.name().topic());
        }
        this.database = database;
        this.jobs = jobs;
        this.publisher = config.name();
        this.clock = clock;
        this.traces = traces;
    }

    /**
     * Announces a fact inside the caller's transaction.
     *
     * @param causationId id of the event that led to it, or null
     */
    public void announce(String storeId, UUID integrationId, String causationId, HubEvent event) {
        if (!publisher.types().contains(event.getClass())) {
            throw new IllegalArgumentException(
                    publisher + " does not publish " + event.getClass().getSimpleName());
        }
        Envelope envelope = Envelope.of(publisher, clock.instant(), storeId, integrationId, causationId, event)
                .withTraceparent(traces.traceparent().orElse(null));
        jobs.wake(AnnouncementJob.NAME, integrationId.toString(), PRIORITY);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into announcement (integration_id, headers, body) values (?, ?::jsonb, ?)")) {
            insert.setObject(1, integrationId);
            insert.setString(2, Json.mapper().writeValueAsString(CloudEvents.headers(envelope)));
            insert.setBytes(3, CloudEvents.value(envelope));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("A " + event.getClass().getSimpleName() + " could not be announced", e);
        }
    }
}
