package io.integrationshub.log.application;

import io.integrationshub.log.domain.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers how the instances of a store are. */
@ApplicationScoped
public class ReadInstances {
    private final Instances instances;
    private final LogConfig config;
    private final Clock clock;

    ReadInstances(Instances instances, LogConfig config, Clock clock) {
        this.instances = instances;
        this.config = config;
        this.clock = clock;
    }

    /** What they are called, see {@link Instances#names}. */
    public Map<UUID, String> names(String storeId, Collection<UUID> integrationIds) {
        return instances.names(storeId, integrationIds);
    }

    /** A page of them, see {@link Instances#list}. */
    public Instances.Found list(
            String storeId, Optional<String> text, Optional<Status> status, Optional<UUID> after, int limit) {
        return instances.list(
                storeId, text, status, after, limit, clock.instant().minus(config.lease()));
    }
}
