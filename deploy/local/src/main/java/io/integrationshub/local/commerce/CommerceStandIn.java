package io.integrationshub.local.commerce;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A strict local stand-in for Elastic Path Commerce: token, settings, realms, OIDC profiles and merchant realm mappings as
 * documented, bodies checked by {@link CommerceOpenApi}, discovery documents really fetched. Listens on the loopback address
 * unless told otherwise. The stores and keys of {@link Seeds} are there from the start.
 *
 * <p>Strict where the documentation is silent: a profile's name is unique in its realm (422); a mapping's prefix is unique
 * over all stores in any letter case; a call without a matching operation answers 404; an organization's key gets 403 where a
 * store is implied and 404 on an object named by id.
 *
 * <p>Its own control addresses, open to anybody on this machine, never faulted and never listed:
 *
 * <ul>
 *   <li>{@code POST /_control/faults} {@code {"method", "pathPattern", "kind", "times", "delayMs"}}: the next {@code times}
 *       calls (1 unless told; negative = until cleared) of the method (any unless told) whose whole path matches the regular
 *       expression misbehave: {@code throttle}, {@code error500}, {@code slow}, {@code drop-reply}, {@code deny}, {@code
 *       expire-token}, {@code stale}, {@code html}; see {@link Fault.Kind}. {@code GET} lists, {@code DELETE} clears.
 *   <li>{@code GET /_control/requests?since=N&store=ID}: the calls with a sequence above N (0 unless told) made with a key of the
 *       store (any unless told), see {@link LoggedRequest}; {@code DELETE} forgets them.
 *   <li>{@code GET /_control/conformance}: {@code {"exchanges", "violations"}}, how many exchanges were held against the
 *       published OpenAPI files and what broke them.
 *   <li>{@code POST /_control/stores} {@code {"name", "clientId", "clientSecret"}}: another store with its key.
 *   <li>{@code GET /_control/state}: everything there is, secrets masked; {@code DELETE} goes back to the seeds.
 * </ul>
 */
public final class CommerceStandIn implements AutoCloseable {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Discovery discovery = new Discovery();
    private final Faults faults = new Faults();
    private final RequestLog requests;
    private final Conformance conformance;
    private final Stores stores;

    private CommerceStandIn(HttpServer server, Records records, Clock clock, Duration tokenLifetime) {
        this.server = server;
        this.requests = new RequestLog(clock);
        this.stores = new Stores(records);
        var api = CommerceOpenApi.load();
        this.conformance = new Conformance(api);
        var bodies = new Bodies(api);
        var links = new Links(baseUrl().toString());
        var realms = new Realms(records, clock);
        var tokens = new Tokens(records, clock, tokenLifetime);
        var routes = Stream.of(
                        new TokenEndpoint(tokens, api).routes(),
                        new SettingsEndpoints(realms, links).routes(),
                        new MappingEndpoints(records, realms, bodies).routes(),
                        new RealmEndpoints(records, realms, bodies, links, clock).routes(),
                        new ProfileEndpoints(records, realms, bodies, links, discovery, clock).routes(),
                        new BrowserEndpoints(records, realms, links, discovery).routes(),
                        new ControlEndpoints(faults, requests, conformance, records, stores).routes())
                .flatMap(Collection::stream)
                .toList();
        server.setExecutor(executor);
        server.createContext("/", new Dispatcher(routes, tokens, faults, requests, conformance));
        server.start();
    }

    /**
     * Starts with tokens that live an hour.
     *
     * @param port 0 = any free port
     * @param stateFile where the state survives a restart; null = in memory only
     * @throws UncheckedIOException when the port is taken or the state file is unreadable
     */
    public static CommerceStandIn start(int port, Path stateFile) {
        return start(InetAddress.getLoopbackAddress(), port, stateFile);
    }

    /** As {@link #start(int, Path)}, on another address: whoever reaches it may do everything, so never outside a private network. */
    public static CommerceStandIn start(InetAddress address, int port, Path stateFile) {
        return start(new InetSocketAddress(address, port), stateFile, Clock.systemUTC(), TOKEN_LIFETIME);
    }

    /** As {@link #start(int, Path)}, with a clock and a token lifetime of the caller's. */
    public static CommerceStandIn start(int port, Path stateFile, Clock clock, Duration tokenLifetime) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), stateFile, clock, tokenLifetime);
    }

    private static CommerceStandIn start(
            InetSocketAddress address, Path stateFile, Clock clock, Duration tokenLifetime) {
        try {
            var records = Records.open(Optional.ofNullable(stateFile));
            var server = HttpServer.create(address, 0);
            return new CommerceStandIn(server, records, clock, tokenLifetime);
        } catch (IOException e) {
            throw new UncheckedIOException("The Commerce stand-in cannot listen on port " + address.getPort(), e);
        }
    }

    /** {@code http://localhost:<port>}; the token URL is this and {@code /oauth/access_token}. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    InetAddress listensOn() {
        return server.getAddress().getAddress();
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    /** Every exchange held against the published OpenAPI files. */
    public Conformance conformance() {
        return conformance;
    }

    public Stores stores() {
        return stores;
    }

    /** Ends running calls and frees the port. The state file stays. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        discovery.close();
    }
}
