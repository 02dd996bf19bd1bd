package io.integrationshub.local.commerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes each call through fault, token, route and write guard to its endpoint, lists it, and sends the answer. */
final class Dispatcher implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final List<Route> routes;
    private final Tokens tokens;
    private final Faults faults;
    private final RequestLog requests;
    private final Conformance conformance;
    private final WriteGuard guard = new WriteGuard();

    Dispatcher(List<Route> routes, Tokens tokens, Faults faults, RequestLog requests, Conformance conformance) {
        this.routes = List.copyOf(routes);
        this.tokens = tokens;
        this.faults = faults;
        this.requests = requests;
        this.conformance = conformance;
    }

    /** The call with what was found out about it, and its answer. */
    private record Outcome(Call call, Reply reply) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call;
            try {
                call = Call.read(exchange);
            } catch (Refusal e) {
                send(exchange, e.reply());
                return;
            }
            boolean control = call.path().startsWith(ControlEndpoints.ROOT + "/");
            Optional<Fault> fault = control ? Optional.empty() : faults.next(call);
            var outcome = answer(call, fault);
            if (!control) {
                requests.add(outcome.call(), outcome.reply().status(), fault);
                hold(call, outcome.reply(), exchange, fault);
            }
            // Closing without an answer is what a client sees when a proxy dies after the work was done.
            if (fault.filter(hit -> hit.kind() == Fault.Kind.DROP_REPLY).isEmpty()) {
                send(exchange, outcome.reply());
            }
        }
    }

    /** A gateway's page is no answer of Commerce. */
    private void hold(Call call, Reply reply, HttpExchange exchange, Optional<Fault> fault) {
        var whole = new Conformance.Exchange(
                call.method(),
                Conformance.target(exchange.getRequestURI()),
                Conformance.mediaType(call.contentType().orElse("")),
                call.body(),
                reply.status(),
                Conformance.mediaType(reply.headers().get("Content-Type")),
                reply.body());
        conformance.request(whole);
        if (fault.filter(hit -> hit.kind() == Fault.Kind.HTML).isEmpty()) {
            conformance.answer(whole);
        }
    }

    private Outcome answer(Call call, Optional<Fault> fault) {
        var known = call;
        try {
            var route = routes.stream()
                    .filter(candidate -> candidate.match(call).isPresent())
                    .findFirst();
            fault.map(Fault::kind)
                    .filter(kind -> kind == Fault.Kind.EXPIRE_TOKEN)
                    .ifPresent(kind -> tokens.expireAll());
            if (route.isPresent()) {
                var caller = route.get().open() ? call.principal() : tokens.principal(call);
                known = call.on(route.get().match(call).orElseThrow(), caller);
            }
            return new Outcome(known, replyTo(known, route, fault));
        } catch (Refusal e) {
            return new Outcome(known, e.reply());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Commerce stand-in failed on " + known, e);
            return new Outcome(known, Refusal.internalError().reply());
        }
    }

    private Reply replyTo(Call call, Optional<Route> route, Optional<Fault> fault) {
        return misbehave(call, fault).orElseGet(() -> run(route, call, fault));
    }

    /** The answer of a fault that keeps the call from being executed. */
    private static Optional<Reply> misbehave(Call call, Optional<Fault> fault) {
        return fault.flatMap(hit -> switch (hit.kind()) {
            case THROTTLE -> Optional.of(Refusal.tooManyRequests().reply());
            case ERROR500 -> Optional.of(Refusal.internalError().reply());
            case DENY -> Optional.of(Refusal.forbidden().reply());
            case HTML -> Optional.of(Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
            case STALE -> Optional.of(Page.empty(call));
            case SLOW, DROP_REPLY, EXPIRE_TOKEN -> Optional.empty();
        });
    }

    private Reply run(Optional<Route> route, Call call, Optional<Fault> fault) {
        var handler =
                route.orElseThrow(() -> Refusal.notFound("Resource not found")).handler();
        return guard.alone(call, () -> {
            pause(fault.map(Fault::delay).orElse(Duration.ZERO));
            return handler.apply(call);
        });
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.internalError();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var body = reply.bytes();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
