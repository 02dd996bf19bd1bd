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
 * @param replicas how many processes of each service
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
        int replicas,
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
              --replicas R        R processes of each service (default 1); the second ones on N+21 to N+24, and so on
              --state DIR         keep data and logs there (default deploy/local/.state)
              --aws-endpoint URL  use this AWS endpoint instead of the stand-in; 'aws' means AWS itself
              --commerce-url URL  use this Commerce instead of the stand-in
              --help              show this""";

    /** Stands for AWS's own regional endpoints. */
    static final URI REAL_AWS = URI.create("aws");

    private static final int MAX_PORT_BASE = 65_535 - Ports.highestOffset(Replica.MOST);

    /**
     * Reads the arguments; a value may follow as the next argument or after {@code =}.
     *
     * @throws UsageException on anything it does not know
     */
    static Options parse(String... arguments) {
        Iterator<String> rest = Arrays.stream(arguments)
                .flatMap(argument -> argument.startsWith("--")
                        ? Arrays.stream(argument.split("=", 2))
                        : Arrays.stream(new String[] {argument}))
                .iterator();
        boolean help = false;
        boolean fresh = false;
        boolean demo = false;
        boolean exit = false;
        int portBase = Ports.DEFAULT_BASE;
        int replicas = 1;
        Optional<Path> state = Optional.empty();
        Optional<URI> awsEndpoint = Optional.empty();
        Optional<URI> commerceUrl = Optional.empty();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--fresh" -> fresh = true;
                case "--demo" -> demo = true;
                case "--exit" -> exit = true;
                case "--port-base" -> portBase = portBase(value(option, rest));
                case "--replicas" -> replicas = number(option, value(option, rest), 1, Replica.MOST);
                case "--state" -> state = Optional.of(Path.of(value(option, rest)));
                case "--aws-endpoint" -> awsEndpoint = Optional.of(aws(value(option, rest)));
                case "--commerce-url" -> commerceUrl = Optional.of(url(option, value(option, rest)));
                default -> throw new UsageException("Unknown option " + option + " (see --help)");
            }
        }
        return new Options(help, fresh, demo, exit, portBase, replicas, state, awsEndpoint, commerceUrl);
    }

    static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    static int portBase(String text) {
        return number("--port-base", text, 1024, MAX_PORT_BASE);
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for all bad values.
        }
        throw new UsageException(option + " is a number from " + least + " to " + most + ", not " + text);
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
