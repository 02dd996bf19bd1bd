package io.integrationshub.local.launcher;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command {@code deploy/local/up}: the whole hub on one machine until Ctrl-C. System property hub.root: the checkout. */
public final class Up {
    private static final Logger LOG = Logger.getLogger(Up.class.getName());

    private Up() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.println(Options.USAGE);
                return 0;
            }
            Path root = Path.of(System.getProperty("hub.root", "")).toAbsolutePath();
            try (State state = State.take(options.state()
                            .orElse(root.resolve("deploy/local/.state"))
                            .toAbsolutePath());
                    Progress progress = new Progress(System.out)) {
                return new Run(root, options, state, progress).execute(Signals.first());
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The launcher failed", e);
            System.err.println("The launcher failed: " + e);
            return 1;
        }
    }
}
