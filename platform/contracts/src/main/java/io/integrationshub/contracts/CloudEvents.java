package io.integrationshub.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CloudEvents 1.0 in Kafka's binary content mode: attributes as {@code ce_} headers, the event's data as the value
 * (cloudevents.io, Kafka protocol binding 1.0).
 */
public final class CloudEvents {
    private static final String TYPE_PREFIX = "io.integrationshub.";
    private static final String TYPE_SUFFIX = ".v1";
    private static final Map<String, Class<? extends HubEvent>> TYPES =
            concrete(HubEvent.class).collect(Collectors.toUnmodifiableMap(CloudEvents::type, Function.identity()));

    private CloudEvents() {}

    /** The {@code ce_type} of a kind of event, for example {@code io.integrationshub.PoolReady.v1}. */
    public static String type(Class<? extends HubEvent> event) {
        return TYPE_PREFIX + event.getSimpleName() + TYPE_SUFFIX;
    }

    /** Every kind of event there is. */
    public static List<Class<? extends HubEvent>> types() {
        return concrete(HubEvent.class).toList();
    }

    /** The record's headers. */
    public static Map<String, String> headers(Envelope event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id());
        headers.put("ce_source", event.source());
        headers.put("ce_type", type(event.data().getClass()));
        headers.put("ce_subject", event.integrationId().toString());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_storeid", event.storeId());
        if (event.data().executionId() != null) {
            headers.put("ce_executionid", event.data().executionId().toString());
        }
        if (event.causationId() != null) {
            headers.put("ce_causationid", event.causationId());
        }
        if (event.traceparent() != null) {
            headers.put("traceparent", event.traceparent());
        }
        headers.put("content-type", "application/json");
        return headers;
    }

    /** The record's value. */
    public static byte[] value(Envelope event) {
        try {
            return Json.mapper().writeValueAsBytes(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + event.data().getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /**
     * Reads a record.
     *
     * @return empty when the type is one that this version does not know: newer publishers may say more than we understand
     * @throws UnreadableEvent when it is no event of the hub at all; the message never quotes the content
     */
    public static Optional<Envelope> read(Map<String, String> headers, byte[] value) {
        if (!"1.0".equals(headers.get("ce_specversion"))) {
            throw new UnreadableEvent("ce_specversion is not 1.0");
        }
        Class<? extends HubEvent> type = TYPES.get(required(headers, "ce_type"));
        if (type == null) {
            return Optional.empty();
        }
        if (value == null) {
            throw new UnreadableEvent("the record has no value");
        }
        try {
            HubEvent data = Json.mapper().readValue(value, type);
            if (data == null) {
                throw new UnreadableEvent("the value is not a " + type.getSimpleName());
            }
            return Optional.of(new Envelope(
                    required(headers, "ce_id"),
                    required(headers, "ce_source"),
                    Instant.parse(required(headers, "ce_time")),
                    required(headers, "ce_storeid"),
                    UUID.fromString(required(headers, "ce_subject")),
                    headers.get("ce_causationid"),
                    headers.get("traceparent"),
                    data));
        } catch (IOException e) {
            throw new UnreadableEvent("the value is not a " + type.getSimpleName());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableEvent("ce_time or ce_subject is malformed");
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent("header " + name + " is missing");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends HubEvent>> concrete(Class<? extends HubEvent> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(c -> concrete((Class<? extends HubEvent>) c))
                : Stream.of(type);
    }
}
