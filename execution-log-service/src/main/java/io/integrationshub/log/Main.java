package io.integrationshub.log;

import io.integrationshub.log.event.Rebuild;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts the service; with the argument {@code rebuild} tells every history again from the topics, and ends. */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(Main.class);

    private final Rebuild rebuild;

    Main(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public int run(String... arguments) {
        if (List.of(arguments).equals(List.of("rebuild"))) {
            rebuild.run(line -> LOG.infof("rebuild: %s", line));
        } else {
            Quarkus.waitForExit();
        }
        return 0;
    }
}
