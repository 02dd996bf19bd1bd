package io.integrationshub.local.launcher;

import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.CommerceStandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The stand-ins for AWS and Commerce as a container of their own ({@code deploy/compose}, profile {@code sandbox}), so that the hub can
 * be tried without accounts. They keep everything in memory.
 */
public final class Sandbox implements AutoCloseable {
    /** Told to whoever opens the stand-ins to more than this machine. */
    static final String WARNING = """
            WARNING: the stand-ins listen on every address. Their keys are public, their control pages are open to anybody:
            leave them inside a private network of containers, and never give them a key that is good anywhere else.""";

    private static final String USAGE = """
            Usage: Sandbox [--listen loopback|any] [--to HOST]
            The stand-ins for Cognito and STS (port 8095) and Commerce (port 8096), until SIGTERM.

              --listen any  on every address; without it on the loopback address, which no other container reaches
              --to HOST     no stand-ins here: these two ports lead to those at HOST""";

    private final List<AutoCloseable> parts = new ArrayList<>();

    private Sandbox() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return serve(Request.parse(arguments), Signals.first());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int serve(Request request, CompletableFuture<Integer> signal) {
        try (Sandbox sandbox = start(request, Doors.DEFAULT)) {
            if (request.open() && request.to().isEmpty()) {
                System.err.println(WARNING);
            }
            System.out.println(request.to()
                            .map(host -> "The way to the stand-ins at " + host + " is open, ")
                            .orElse("The stand-ins answer, ")
                    + sandbox.parts.size() + " ports.");
            signal.join();
            return 0;
        }
    }

    /** Where the two are; 0 for any free port. */
    record Doors(int cognito, int commerce) {
        static final Doors DEFAULT = new Doors(8095, 8096);
    }

    /**
     * What the command line asks for.
     *
     * @param open listen on every address
     * @param to the host whose stand-ins to lead to; empty to be them
     */
    record Request(boolean open, Optional<String> to) {
        static Request parse(String... arguments) {
            Request request = new Request(false, Optional.empty());
            Iterator<String> rest = Arrays.stream(arguments).iterator();
            while (rest.hasNext()) {
                String option = rest.next();
                request = switch (option) {
                    case "--listen" -> new Request(isAny(Options.value(option, rest)), request.to);
                    case "--to" -> new Request(request.open, Optional.of(Options.value(option, rest)));
                    default -> throw new UsageException("Unknown option " + option + ". " + USAGE);
                };
            }
            return request;
        }

        private static boolean isAny(String value) {
            return switch (value) {
                case "any" -> true;
                case "loopback" -> false;
                default -> throw new UsageException("--listen is loopback or any, not " + value);
            };
        }

        /** Where to listen. */
        InetAddress address() {
            try {
                return InetAddress.getByAddress(open ? new byte[4] : new byte[] {127, 0, 0, 1});
            } catch (UnknownHostException e) {
                throw new IllegalStateException("Four bytes are an address", e);
            }
        }
    }

    /** Starts what is asked for; what was started is closed again when the rest does not start. */
    static Sandbox start(Request request, Doors doors) {
        Sandbox sandbox = new Sandbox();
        try {
            InetAddress address = request.address();
            if (request.to().isPresent()) {
                String host = request.to().get();
                for (int port : List.of(doors.cognito(), doors.commerce())) {
                    sandbox.parts.add(Forwarder.start(new InetSocketAddress(address, port), host, port));
                }
            } else {
                sandbox.parts.add(CognitoStandIn.start(address, doors.cognito(), null));
                sandbox.parts.add(CommerceStandIn.start(address, doors.commerce(), null));
            }
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("A part did not stop: " + e);
            }
        }
        parts.clear();
    }
}
