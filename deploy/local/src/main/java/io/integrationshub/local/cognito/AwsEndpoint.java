package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /}: Cognito's and STS's own interface. The order is AWS's: signature, permission, shape, behaviour. */
final class AwsEndpoint {
    private final State state;
    private final Faults faults;
    private final RequestLog requests;
    private final RateLimits rates;
    private final SignatureVerifier verifier;
    private final Clock clock;
    private final Duration domainDelay;
    private final RequestShapes shapes = RequestShapes.load();
    private final PoolWrites poolWrites = new PoolWrites();

    AwsEndpoint(State state, Faults faults, RequestLog requests, RateLimits rates, Clock clock, Duration domainDelay) {
        this.state = state;
        this.faults = faults;
        this.requests = requests;
        this.rates = rates;
        this.verifier = new SignatureVerifier(key -> state.read(store -> store.account(key)), clock);
        this.clock = clock;
        this.domainDelay = domainDelay;
    }

    void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        String traceId = "";
        Protocol protocol = new JsonProtocol();
        String operation = "";
        Optional<Caller> caller = Optional.empty();
        Optional<Fault> fault = Optional.empty();
        try {
            SignedRequest request = SignedRequest.read(exchange);
            traceId = request.traceId();
            protocol = Protocol.of(request);
            operation = protocol.operation(request);
            caller = Optional.of(verifier.verify(request, protocol.service()));
            fault = faults.meet(operation);
            Optional<HttpReply> page = fault.flatMap(AwsEndpoint::page);
            if (page.isPresent()) {
                log(operation, caller, "HTML", requestId, traceId);
                page.get().send(exchange);
                return;
            }
            byte[] body = execute(protocol, request, operation, caller.get(), fault, requestId);
            if (is(fault, Fault.Kind.DROP_REPLY)) {
                log(operation, caller, "DROPPED", requestId, traceId);
                exchange.close();
                return;
            }
            log(operation, caller, "OK", requestId, traceId);
            protocol.success(is(fault, Fault.Kind.BARE) ? BareAnswer.of(body) : body, requestId)
                    .send(exchange);
        } catch (AwsError error) {
            log(operation, caller, error.type(), requestId, traceId);
            AwsError told = is(fault, Fault.Kind.STATUS404) ? error.withStatus(404) : error;
            protocol.error(told, requestId).send(exchange);
        }
    }

    private static boolean is(Optional<Fault> fault, Fault.Kind kind) {
        return fault.filter(met -> met.kind() == kind).isPresent();
    }

    /** Answers that are not of the AWS API. */
    private static Optional<HttpReply> page(Fault fault) {
        return switch (fault.kind()) {
            case HTML -> Optional.of(HttpReply.html(503, "Service Unavailable", "<h1>503 Service Unavailable</h1>"));
            case PAGE -> Optional.of(HttpReply.html(200, "Welcome", "<h1>It works!</h1>"));
            default -> Optional.empty();
        };
    }

    private byte[] execute(
            Protocol protocol,
            SignedRequest request,
            String operation,
            Caller caller,
            Optional<Fault> fault,
            String requestId) {
        return switch (protocol) {
            case JsonProtocol json -> {
                JsonProtocol.checkContentType(request);
                yield cognito(request, operation, caller, fault);
            }
            case QueryProtocol query -> {
                fault.ifPresent(met -> Refusals.check(met, "sts:" + operation, "*", caller));
                fault.ifPresent(AwsEndpoint::delay);
                if (!operation.equals("GetCallerIdentity")) {
                    throw unknown(operation);
                }
                String accessKeyId = Authorization.of(
                                request.header("Authorization").orElseThrow())
                        .accessKeyId();
                yield QueryProtocol.callerIdentity(caller, accessKeyId, requestId);
            }
        };
    }

    private byte[] cognito(SignedRequest request, String operation, Caller caller, Optional<Fault> fault) {
        Operation known = Optional.ofNullable(Operations.ALL.get(operation)).orElseThrow(() -> unknown(operation));
        ObjectNode input = parse(request.body());
        rates.require(caller, operation, Json.text(input, "UserPoolId"));
        fault.ifPresent(met -> Refusals.check(met, "cognito-idp:" + operation, resource(caller, input), caller));
        shapes.check(operation, input);
        var modelledErrors = shapes.operation(operation).orElseThrow().errors();
        return poolWrites.alone(operation, input, modelledErrors, () -> {
            fault.ifPresent(AwsEndpoint::delay);
            return run(known, operation, caller, input);
        });
    }

    /** The reply is written to bytes under the lock: parts of it may still belong to the store. */
    private byte[] run(Operation known, String operation, Caller caller, ObjectNode input) {
        return Operation.writes(operation)
                ? state.write(store -> Json.write(known.run(call(caller, input, store))))
                : state.read(store -> Json.write(known.run(call(caller, input, store))));
    }

    private Call call(Caller caller, ObjectNode input, Store store) {
        return new Call(caller, input, store, clock.instant(), domainDelay);
    }

    private static ObjectNode parse(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw AwsError.serialization("The request body is not a JSON object.");
        }
    }

    /** What a permission would have to name: the pool, or everything for operations that cannot be narrowed. */
    private static String resource(Caller caller, ObjectNode input) {
        if (Json.has(input, "ResourceArn")) {
            return Json.text(input, "ResourceArn");
        }
        return Json.has(input, "UserPoolId") ? caller.userPoolArn(Json.text(input, "UserPoolId")) : "*";
    }

    private static void delay(Fault fault) {
        try {
            Thread.sleep(fault.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AwsError unknown(String operation) {
        return new AwsError("UnknownOperationException", "Unknown operation '" + operation + "'.");
    }

    private void log(String operation, Optional<Caller> caller, String outcome, String requestId, String traceId) {
        requests.add(
                clock.instant(),
                operation,
                caller.map(Caller::accountId).orElse(""),
                caller.map(Caller::region).orElse(""),
                outcome,
                requestId,
                traceId);
    }
}
