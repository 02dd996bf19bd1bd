package io.integrationshub.log.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Json;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.AlertsConfig;
import io.integrationshub.log.application.Messenger;
import io.integrationshub.log.application.Notices.Notice;
import io.integrationshub.log.notice.Destinations.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts notices, signed. The address that was checked is the one that is connected to, so a name that answers differently the next
 * time gains nothing. No redirects; of the answer nothing but its status is looked at.
 */
@Singleton
public class WebhookMessenger implements Messenger {
    private static final int SECONDS = 10;

    private final Destinations destinations;
    private final AlertsConfig config;
    private final Clock clock;
    private final HttpClient client;

    WebhookMessenger(Destinations destinations, AlertsConfig config, Clock clock, Vertx vertx) {
        this.destinations = destinations;
        this.config = config;
        this.clock = clock;
        config.signingKey().ifPresent(key -> WebhookKey.of(key, ""));
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(SECONDS * 1000)
                        .setKeepAlive(false)
                        .setDecompressionSupported(false))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Optional<String> objection(String target) {
        if (config.signingKey().isEmpty()) {
            return Optional.of(
                    "Webhooks are not enabled here: the operator of the hub sets hub.log.alerts.signing-key.");
        }
        return destinations.of(target).isPresent()
                ? Optional.empty()
                : Optional.of("Give an https address of a public host, without port, user and fragment.");
    }

    @Override
    public Optional<String> deliver(AlertRule rule, Notice notice) {
        Optional<Destination> destination = destinations.of(rule.target());
        if (destination.isEmpty() || config.signingKey().isEmpty()) {
            return objection(rule.target());
        }
        try {
            InetAddress address = destination.get().addresses().getFirst();
            int status = post(destination.get(), address, rule, notice);
            return status / 100 == 2 ? Optional.empty() : Optional.of("It was answered with status " + status + ".");
        } catch (UnknownHostException e) {
            return Optional.of("The host has no address on the public internet.");
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("There was no answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The hub stopped meanwhile.");
        }
    }

    private int post(Destination destination, InetAddress address, AlertRule rule, Notice notice)
            throws ExecutionException, InterruptedException, TimeoutException {
        String body = body(rule, notice);
        Instant now = clock.instant();
        String id = notice.id().toString();
        String signature =
                WebhookKey.of(config.signingKey().orElseThrow(), rule.storeId()).sign(id, now, body);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(!destination.plain())
                .setFollowRedirects(false)
                .setTimeout(SECONDS * 1000L)
                .setURI(destination.target())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "integrations-hub")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", signature);
        return client.request(options)
                .compose(request -> {
                    // What is cut off below is told to both as a failure, and would be logged as one.
                    request.exceptionHandler(failure -> {});
                    return request.send(Buffer.buffer(body)).map(response -> {
                        response.exceptionHandler(failure -> {});
                        request.reset();
                        return response.statusCode();
                    });
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(2 * SECONDS, TimeUnit.SECONDS);
    }

    private static String body(AlertRule rule, Notice notice) {
        try {
            return Json.mapper().writeValueAsString(Message.of(rule, notice));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice cannot be written", e);
        }
    }

    @PreDestroy
    void close() {
        client.close().onFailure(failure -> {});
    }
}
