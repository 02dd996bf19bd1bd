package io.integrationshub.local.launcher;

import io.integrationshub.local.signin.Tokens;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The command {@code deploy/local/token}: prints a bearer token and nothing else. */
public final class Token {
    private static final String USAGE = "Usage: deploy/local/token --store STORE --role ROLE[,ROLE] [--port-base N]";
    private static final Set<String> ROLES = Set.of("viewer", "operator", "admin", "auditor");

    private Token() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Request request = Request.parse(arguments);
            System.out.println(Tokens.bearer(
                    new Ports(request.portBase()).issuer(), "local-user", request.store(), request.roles()));
            return 0;
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage() + " (is deploy/local/up running?)");
            return 1;
        }
    }

    /** What the command line asks for. */
    record Request(String store, List<String> roles, int portBase) {
        static Request parse(String... arguments) {
            Request request = new Request("", List.of(), Ports.DEFAULT_BASE);
            Iterator<String> rest = Arrays.stream(arguments).iterator();
            while (rest.hasNext()) {
                request = request.with(rest.next(), rest);
            }
            if (request.store.isBlank() || request.roles.isEmpty()) {
                throw new UsageException(USAGE);
            }
            return request;
        }

        private Request with(String option, Iterator<String> rest) {
            return switch (option) {
                case "--store" -> new Request(Options.value(option, rest), roles, portBase);
                case "--role" -> new Request(store, roles(Options.value(option, rest)), portBase);
                case "--port-base" -> new Request(store, roles, Options.portBase(Options.value(option, rest)));
                default -> throw new UsageException("Unknown option " + option + ". " + USAGE);
            };
        }

        private static List<String> roles(String text) {
            List<String> roles = List.of(text.split(",", -1));
            roles.stream().filter(role -> !ROLES.contains(role)).findFirst().ifPresent(role -> {
                throw new UsageException("Unknown role '" + role + "': a role is viewer, operator, admin or auditor");
            });
            return roles;
        }
    }
}
