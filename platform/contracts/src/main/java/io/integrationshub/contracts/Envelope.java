package io.integrationshub.contracts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact with everything around it: the attributes of its CloudEvent.
 *
 * @param id the same for the same fact, however often it is written
 * @param source who published it, see {@link Publisher#source}
 * @param storeId the Commerce store
 * @param integrationId subject of the event and key of the record
 * @param causationId id of the event that led to this one, or null
 * @param traceparent W3C trace context, or null
 */
public record Envelope(
        String id,
        String source,
        Instant time,
        String storeId,
        UUID integrationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        HubEvent data) {

    /** A fact about an integration, with its deterministic id. */
    public static Envelope of(
            Publisher publisher, Instant time, String storeId, UUID integrationId, String causationId, HubEvent data) {
        String name = publisher.source() + "/" + CloudEvents.type(data.getClass()) + "/" + data.fact();
        String id = UuidCreator.getNameBasedSha1(integrationId, name).toString();
        return new Envelope(id, publisher.source(), time, storeId, integrationId, causationId, null, data);
    }

    /** The same with a trace context. */
    public Envelope withTraceparent(String value) {
        return new Envelope(id, source, time, storeId, integrationId, causationId, value, data);
    }
}
