package io.integrationshub.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the command line of {@code up} asks for.
 *
 * @param fresh wipe the state first
 * @param demo do the main job once everything is ready
 * @param exit end after the demo (or, without one, as soon as everything was ready once)
 * @param portBase the port all others are counted from
 * @param state the folder that outlives the run, where it is not the checkout's own
 * @param awsEndpoint used instead of the stand-in for Cognito and STS
 * @param commerceUrl used instead of the stand-in for Commerce
 */
record Options(
        boolean help,
        boolean fresh,
        boolean demo,
        boolean exit,
        int portBase,
        Optional<Path> state,
        Optional<URI> awsEndpoint,
        Optional<URI> commerceUrl) {

    static final String USAGE = """
            Usage: deploy/local/up [option ...]
            Starts the Integrations Hub on this machine (loopback only) and stops it on Ctrl-C.

              --fresh             forget everything from earlier runs first
              --demo              then integrate a demo store: wizard, execution, result
              --exit              end afterwards; status 0 only if all went well
              --port-base N       services on N+1 to N+4, the rest on N+11 to N+16 (default 8080)
              --state DIR         keep data and logs there (default deploy/local/.state)
              --aws-endpoint URL  use this AWS endpoint instead of the stand-in; 'aws' means AWS itself
              --commerce-url URL  use this Commerce instead of the stand-in
              --help              show this""";

    /** Stands for AWS's own regional endpoints. */
    static final URI REAL_AWS = URI.create("aws");

    private static final int MAX_PORT_BASE = 65_535 - Ports.HIGHEST_OFFSET;

    /**
     * Reads the arguments; a value may follow as the next argument or after {@code =}.
     *
     * @throws UsageException on anything it does not know
     */
    static Options parse(String... arguments) {
        Options options = new Options(
                false, false, false, false, Ports.DEFAULT_BASE, Optional.empty(), Optional.empty(), Optional.empty());
        Iterator<String> rest = Arrays.stream(arguments)
                .flatMap(argument -> argument.startsWith("--")
                        ? Arrays.stream(argument.split("=", 2))
                        : Arrays.stream(new String[] {argument}))
                .iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--help", "-h" -> new Options(true, fresh, demo, exit, portBase, state, awsEndpoint, commerceUrl);
            case "--fresh" -> new Options(help, true, demo, exit, portBase, state, awsEndpoint, commerceUrl);
            case "--demo" -> new Options(help, fresh, true, exit, portBase, state, awsEndpoint, commerceUrl);
            case "--exit" -> new Options(help, fresh, demo, true, portBase, state, awsEndpoint, commerceUrl);
            case "--port-base" ->
                new Options(help, fresh, demo, exit, portBase(value(option, rest)), state, awsEndpoint, commerceUrl);
            case "--state" ->
                new Options(
                        help,
                        fresh,
                        demo,
                        exit,
                        portBase,
                        Optional.of(Path.of(value(option, rest))),
                        awsEndpoint,
                        commerceUrl);
            case "--aws-endpoint" ->
                new Options(
                        help, fresh, demo, exit, portBase, state, Optional.of(aws(value(option, rest))), commerceUrl);
            case "--commerce-url" ->
                new Options(
                        help,
                        fresh,
                        demo,
                        exit,
                        portBase,
                        state,
                        awsEndpoint,
                        Optional.of(url(option, value(option, rest))));
            default -> throw new UsageException("Unknown option " + option + " (see --help)");
        };
    }

    static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    static int portBase(String text) {
        try {
            int base = Integer.parseInt(text);
            if (base >= 1024 && base <= MAX_PORT_BASE) {
                return base;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for all bad values.
        }
        throw new UsageException("--port-base is a number from 1024 to " + MAX_PORT_BASE + ", not " + text);
    }

    private static URI aws(String text) {
        return text.equals(REAL_AWS.toString()) ? REAL_AWS : url("--aws-endpoint", text);
    }

    static URI url(String option, String text) {
        try {
            URI url = URI.create(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one message for all bad values.
        }
        throw new UsageException(option + " is an http or https URL, not " + text);
    }
}
