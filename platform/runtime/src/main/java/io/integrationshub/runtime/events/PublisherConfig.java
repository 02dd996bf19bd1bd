package io.integrationshub.runtime.events;

import io.integrationshub.contracts.Publisher;
import io.smallrye.config.ConfigMapping;

/** Which of the hub's publishers this service is. */
@ConfigMapping(prefix = "hub.publisher")
public interface PublisherConfig {

    /** The publisher. */
    Publisher name();

    /** Its topic; must be the publisher's own. */
    String topic();
}
