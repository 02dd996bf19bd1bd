package io.integrationshub.config.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Streams of an integration's state to pages that wait. */
@ConfigMapping(prefix = "hub.watch")
public interface WatchConfig {

    /** How often the watched integrations are looked at: one statement for all of them, however many streams there are. */
    @WithDefault("1s")
    Duration interval();

    /** How often a stream on which nothing happens says so, as proxies close silent ones. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After that a stream ends, and its page opens the next one with a token that is still good. */
    @WithDefault("10m")
    Duration longest();

    /** At most so many streams at a time per replica; the next one is refused. */
    @WithDefault("200")
    int streams();
}
