package io.integrationshub.runtime.events;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which of the service's processes this one is. */
@ConfigMapping(prefix = "hub.replica")
public interface ReplicaConfig {

    /**
     * A name that the process keeps when it is started again, and that no other process has. With it, Kafka gives the process its
     * partitions back instead of sharing them out anew. Leave it out where a new process has a new name.
     */
    Optional<String> name();
}
