package io.integrationshub.log;

import io.integrationshub.log.event.Rebuild;
import io.integrationshub.log.notice.WebhookSecrets;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Starts the service; with the argument {@code rebuild} tells every history again from the topics, with {@code webhook-secret STORE}
 * prints the key that the store checks its webhooks with, and ends.
 */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(Main.class);

    private final Rebuild rebuild;
    private final WebhookSecrets secrets;

    Main(Rebuild rebuild, WebhookSecrets secrets) {
        this.rebuild = rebuild;
        this.secrets = secrets;
    }

    @Override
    public int run(String... arguments) {
        if (List.of(arguments).equals(List.of("rebuild"))) {
            rebuild.run(line -> LOG.infof("rebuild: %s", line));
        } else if (arguments.length == 2 && arguments[0].equals("webhook-secret")) {
            // Not a line of the log: logs are collected.
            System.out.println(secrets.of(arguments[1]));
        } else {
            Quarkus.waitForExit();
        }
        return 0;
    }
}
