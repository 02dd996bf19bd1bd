package io.integrationshub.local.launcher;

import io.integrationshub.local.commerce.CommerceStandIn;
import io.integrationshub.local.commerce.ValidatingProxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The command {@code deploy/local/commerce-proxy}: a validating proxy in front of Commerce for {@code deploy/local/up
 * --commerce-url}, until Ctrl-C. Ends with status 1 when anything broke the published OpenAPI files.
 */
public final class CommerceProxy {
    private static final String USAGE = """
            Usage: deploy/local/commerce-proxy [--port N] [--to URL]
            Stands in front of Commerce and holds every request and answer against its published OpenAPI files.
            Use it with deploy/local/up --commerce-url http://localhost:N; Ctrl-C tells the result.

              --port N  listen there, on the loopback address (default 9100)
              --to URL  the Commerce behind it (default: a stand-in of its own, empty at each start)""";

    private CommerceProxy() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return 0;
        }
        try {
            return serve(Request.parse(arguments), Signals.first());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int serve(Request request, CompletableFuture<Integer> signal) {
        try (Behind behind = Behind.of(request.to());
                ValidatingProxy proxy = ValidatingProxy.start(request.port(), behind.url())) {
            System.out.println("Commerce for deploy/local/up: --commerce-url " + proxy.baseUrl() + " (behind it: "
                    + behind.url() + "). Ctrl-C ends.");
            signal.join();
            List<String> violations = proxy.conformance().violations();
            violations.forEach(System.out::println);
            System.out.println(proxy.conformance().exchanges() + " exchanges, " + violations.size()
                    + " violations of the published OpenAPI files");
            return violations.isEmpty() ? 0 : 1;
        }
    }

    /** What stands behind the proxy; a stand-in ends with it. */
    private record Behind(URI url, Optional<CommerceStandIn> standIn) implements AutoCloseable {
        static Behind of(Optional<URI> url) {
            return url.map(given -> new Behind(given, Optional.empty())).orElseGet(() -> {
                CommerceStandIn standIn = CommerceStandIn.start(0, null);
                return new Behind(standIn.baseUrl(), Optional.of(standIn));
            });
        }

        @Override
        public void close() {
            standIn.ifPresent(CommerceStandIn::close);
        }
    }

    /** What the command line asks for. */
    record Request(int port, Optional<URI> to) {
        private static final int DEFAULT_PORT = 9100;

        static Request parse(String... arguments) {
            Request request = new Request(DEFAULT_PORT, Optional.empty());
            Iterator<String> rest = Arrays.stream(arguments).iterator();
            while (rest.hasNext()) {
                String option = rest.next();
                request = switch (option) {
                    case "--port" -> new Request(Options.portBase(Options.value(option, rest)), request.to);
                    case "--to" ->
                        new Request(request.port, Optional.of(Options.url(option, Options.value(option, rest))));
                    default -> throw new UsageException("Unknown option " + option + ". " + USAGE);
                };
            }
            return request;
        }
    }
}
