package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A strict stand-in for Amazon Cognito user pools (AWS JSON 1.1) and AWS STS GetCallerIdentity (query protocol), on the
 * loopback address unless told otherwise. It verifies Signature Version 4, validates requests by Cognito's service model, resets what an
 * update leaves out, and refuses what the real service is known to refuse, in its words.
 *
 * <p>Use {@link #endpoint()} as the endpoint override of an AWS SDK. Accounts it knows from the start: 111122223333 with
 * key {@value #ACCESS_KEY_ID}, and 444455556666 with key AKIALOCALHUB00000002.
 *
 * <p>Public pages, without a signature:
 *
 * <ul>
 *   <li>{@code GET /<poolId>/.well-known/openid-configuration} and {@code /.well-known/jwks.json}
 *   <li>{@code GET /_domain/<prefix>/oauth2/authorize}, {@code /login}, {@code /error}
 * </ul>
 *
 * <p>Control, JSON:
 *
 * <ul>
 *   <li>{@code POST /_control/faults} {@code {"operation": "CreateUserPool" | "*", "kind": "throttle" | "error500" |
 *       "slow" | "drop-reply" | "deny" | "expired-token" | "html" | "unimplemented" | "page" | "status404" | "bare",
 *       "times": 1, "delayMs": 0}}: the next {@code times} requests of the operation (GetCallerIdentity too) meet the
 *       fault, see {@link Fault.Kind}; {@code GET} lists and {@code DELETE} forgets
 *       what is still waiting
 *   <li>{@code GET /_control/requests?since=N}: sequence, time, operation, category, write, account, region, outcome, requestId, traceId
 *       of each request after number N, and the last number; {@code DELETE} forgets them, numbers go on
 *   <li>{@code PUT /_control/rate-limits} {@code {"share": 1, "burstMs": 1000}}: refuses what is above this share of the
 *       request rates that Cognito documents, per account, region and category, and per pool; {@code GET} tells what was
 *       allowed and refused, {@code DELETE} refuses nothing any more, as from the start
 *   <li>{@code GET /_control/state}: the whole store, secrets masked; {@code DELETE} wipes it
 *   <li>{@code POST /_control/accounts} {@code {"accountId", "accessKeyId", "secretAccessKey", "userName"}}: one more
 *       account or key
 * </ul>
 *
 * <p>A direct edit, as an administrator makes in the console, is an ordinary AWS request signed with the administrator's
 * key.
 */
public final class CognitoStandIn implements AutoCloseable {
    /** The access key of the default account 111122223333. */
    public static final String ACCESS_KEY_ID = "AKIALOCALHUB00000001";
    /** The secret of {@link #ACCESS_KEY_ID}; it opens nothing but this stand-in. */
    public static final String SECRET_ACCESS_KEY = "local/hub/secret/access/key+000000000001";

    private static final Duration DOMAIN_DELAY = Duration.ofMillis(300);

    static {
        // The JDK's server sends head and body apart; without this every kept-alive reply waits for a delayed ack.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService executor;
    private final State state;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final RateLimits rates = new RateLimits();

    private CognitoStandIn(HttpServer server, State state, Clock clock, Duration domainDelay) {
        this.server = server;
        this.state = state;
        this.executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        server.createContext(
                "/",
                new Routes(
                        new AwsEndpoint(state, faults, requests, rates, clock, domainDelay),
                        new ControlPages(state, faults, requests, rates),
                        new Discovery(state, endpoint()),
                        new HostedPages(state),
                        clock));
    }

    /**
     * Starts on {@code port} (0 = any free port), with domains that take 300 ms to become ACTIVE.
     *
     * @param stateFile JSON file the state, secrets included, is kept in; null keeps it in memory only
     * @throws UncheckedIOException if the port is taken or the state file cannot be read
     */
    public static CognitoStandIn start(int port, Path stateFile) {
        return start(loopback(), port, stateFile);
    }

    /** As {@link #start(int, Path)}, on another address: whoever reaches it may do everything, so never outside a private network. */
    public static CognitoStandIn start(InetAddress address, int port, Path stateFile) {
        return start(new InetSocketAddress(address, port), stateFile, Clock.systemUTC(), DOMAIN_DELAY);
    }

    /**
     * As {@link #start(int, Path)}, with another clock and another delay.
     *
     * @param domainDelay how long a domain stays in CREATING, and in DELETING
     */
    public static CognitoStandIn start(int port, Path stateFile, Clock clock, Duration domainDelay) {
        return start(new InetSocketAddress(loopback(), port), stateFile, clock, domainDelay);
    }

    private static CognitoStandIn start(InetSocketAddress address, Path stateFile, Clock clock, Duration domainDelay) {
        Objects.requireNonNull(domainDelay, "domainDelay");
        State state = new State(Optional.ofNullable(stateFile));
        try {
            HttpServer server = HttpServer.create(address, 0);
            CognitoStandIn standIn = new CognitoStandIn(server, state, clock, domainDelay);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("The Cognito stand-in cannot listen on port " + address.getPort(), e);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address to use as endpoint override, {@code http://localhost:<port>}. */
    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Misbehaviour to come. */
    public Faults faults() {
        return faults;
    }

    /** How much may be asked. */
    public RateLimits rates() {
        return rates;
    }

    /** What was asked so far. */
    public RequestLog requests() {
        return requests;
    }

    /** A copy of the store, secrets masked. */
    public ObjectNode state() {
        return state.masked();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
