package io.integrationshub.sso.commerce;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends one request to one address that {@link EgressGuard} has checked (Vert.x lets us name the address to connect to apart from
 * the host of TLS and of the Host header, which is what keeps DNS from changing its mind in between). No redirects, no compressed
 * answers, limited in time and size.
 */
final class Wire implements AutoCloseable {
    /** As many as there are workers by default; a smaller pool would make runs wait for each other. */
    private static final int CONNECTIONS = 32;

    private final EgressGuard guard;
    private final HttpClient client;
    private final Duration total;
    private final Duration silence;
    private final int largestAnswer;

    Wire(Vertx vertx, EgressGuard guard, CommerceConfig config) {
        this.guard = guard;
        this.total = config.callTimeout();
        this.silence = config.silenceTimeout();
        this.largestAnswer = config.largestAnswer();
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        // The trace of the thread that asks; Vert.x knows only that of its own threads.
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setDecompressionSupported(false)
                        .setMaxHeaderSize(32 * 1024))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
                // The caller hears of it; Vert.x would log what the other side sent.
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    /** Sends a call and waits for the whole answer. */
    Answer send(Origin origin, Call call) throws NoAnswerException {
        long deadline = System.nanoTime() + total.toNanos();
        List<InetAddress> addresses;
        try {
            addresses = guard.addressesOf(origin);
        } catch (UnknownHostException e) {
            throw new NoAnswerException(false, e);
        }
        NoAnswerException unreachable = null;
        for (InetAddress address : addresses) {
            try {
                return send(origin, address, call, deadline);
            } catch (NoAnswerException e) {
                if (e.sent() || System.nanoTime() >= deadline) {
                    throw e;
                }
                unreachable = e;
            }
        }
        throw unreachable;
    }

    private Answer send(Origin origin, InetAddress address, Call call, long deadline) throws NoAnswerException {
        AtomicBoolean decided = new AtomicBoolean();
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        Future<Answer> exchange = client.request(options(origin, address, call)).compose(request -> {
            if (!decided.compareAndSet(false, true)) {
                request.reset();
                return Future.failedFuture("Given up before it was sent");
            }
            sent.set(request);
            request.exceptionHandler(failure -> {});
            return request.send(Buffer.buffer(call.body())).compose(response -> collect(request, response));
        });
        try {
            return exchange.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new NoAnswerException(decided.get(), e.getCause());
        } catch (TimeoutException e) {
            throw new NoAnswerException(giveUp(decided, sent), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(giveUp(decided, sent), e);
        }
    }

    /** True when it was too late to keep the request from being sent. */
    private static boolean giveUp(AtomicBoolean decided, AtomicReference<HttpClientRequest> sent) {
        if (decided.compareAndSet(false, true)) {
            return false;
        }
        HttpClientRequest request = sent.get();
        if (request != null) {
            request.reset();
        }
        return true;
    }

    private RequestOptions options(Origin origin, InetAddress address, Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setServer(SocketAddress.inetSocketAddress(origin.port(), address.getHostAddress()))
                .setHost(origin.host())
                .setPort(origin.port())
                .setSsl(!origin.onThisMachine())
                .setFollowRedirects(false)
                .setIdleTimeout(silence.toMillis())
                .setURI(call.target());
        call.headers().forEach(options::putHeader);
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), options, (carrier, name, value) -> carrier.putHeader(name, value));
        return options;
    }

    private Future<Answer> collect(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.handler(chunk -> {
            if (body.length() + chunk.length() > largestAnswer) {
                whole.tryFail("The answer is longer than " + largestAnswer + " bytes");
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> {
            whole.tryComplete(new Answer(
                    response.statusCode(),
                    Objects.requireNonNullElse(response.getHeader("Content-Type"), ""),
                    Objects.requireNonNullElse(response.getHeader("Location"), ""),
                    Objects.requireNonNullElse(response.getHeader("Retry-After"), ""),
                    body.getBytes()));
        });
        return whole.future();
    }

    @Override
    public void close() {
        client.close().onFailure(failure -> {});
    }
}
