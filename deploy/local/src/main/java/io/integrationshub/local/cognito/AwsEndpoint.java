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
    private final SignatureVerifier verifier;
    private final Clock clock;
    private final Duration domainDelay;
    private final RequestShapes shapes = RequestShapes.load();
    private final PoolWrites poolWrites = new PoolWrites();

    AwsEndpoint(State state, Faults faults, RequestLog requests, Clock clock, Duration domainDelay) {
        this.state = state;
        this.faults = faults;
        this.requests = requests;
        this.verifier = new SignatureVerifier(key -> state.read(store -> store.account(key)), clock);
        this.clock = clock;
        this.domainDelay = domainDelay;
    }

    void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        Protocol protocol = new JsonProtocol();
        String operation = "";
        Optional<Caller> caller = Optional.empty();
        try {
            SignedRequest request = SignedRequest.read(exchange);
            protocol = Protocol.of(request);
            operation = protocol.operation(request);
            caller = Optional.of(verifier.verify(request, protocol.service()));
            Optional<Fault> fault = faults.meet(operation);
            if (fault.filter(met -> met.kind() == Fault.Kind.HTML).isPresent()) {
                log(operation, caller, "HTML", requestId);
                HttpReply.html(503, "Service Unavailable", "<h1>503 Service Unavailable</h1>")
                        .send(exchange);
                return;
            }
            byte[] body = execute(protocol, request, operation, caller.get(), fault, requestId);
            if (fault.filter(met -> met.kind() == Fault.Kind.DROP_REPLY).isPresent()) {
                log(operation, caller, "DROPPED", requestId);
                exchange.close();
                return;
            }
            log(operation, caller, "OK", requestId);
            protocol.success(body, requestId).send(exchange);
        } catch (AwsError error) {
            log(operation, caller, error.type(), requestId);
            protocol.error(error, requestId).send(exchange);
        }
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

    private void log(String operation, Optional<Caller> caller, String outcome, String requestId) {
        requests.add(
                clock.instant(),
                operation,
                caller.map(Caller::accountId).orElse(""),
                caller.map(Caller::region).orElse(""),
                outcome,
                requestId);
    }
}
