package io.integrationshub.runtime.events;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends records to this service's topic. */
@ApplicationScoped
class Broker {
    /** Longer than delivery.timeout.ms, so that Kafka's own answer comes first. */
    private static final long SECONDS = 45;

    private final Emitter<byte[]> channel;

    Broker(@Channel("announcements") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> channel) {
        this.channel = channel;
    }

    /**
     * Sends these, in this order, and returns when the broker has all of them.
     *
     * @throws IllegalStateException when it did not take one; it may have taken others
     */
    void publish(String key, List<AnnouncementJob.Announcement> batch) {
        CompletableFuture<?>[] acks =
                batch.stream().map(announcement -> send(key, announcement)).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(acks).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while publishing", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not take an event", e);
        }
    }

    private CompletableFuture<Void> send(String key, AnnouncementJob.Announcement announcement) {
        RecordHeaders headers = new RecordHeaders();
        announcement.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> ack = new CompletableFuture<>();
        channel.send(Message.of(
                announcement.body(),
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withHeaders(headers)
                        .build()),
                () -> {
                    ack.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    ack.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return ack;
    }
}
