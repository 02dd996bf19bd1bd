package io.integrationshub.sso.commerce;

import io.integrationshub.sso.application.CommerceStore;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.StoreKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Opens stores at Commerce; connections and tokens are shared by all of them. Made at start-up, to refuse a bad allow-list then. */
@Startup
@ApplicationScoped
public class CommerceClient implements CommerceStores {
    private final CommerceConfig config;
    private final Clock clock;
    private final EgressGuard guard;
    private final Wire wire;
    private final Traffic traffic;
    private final TokenCache tokens;

    @Inject
    CommerceClient(Vertx vertx, CommerceConfig config, Clock clock, MeterRegistry metrics) {
        this(vertx, config, clock, metrics, Names.SYSTEM);
    }

    CommerceClient(Vertx vertx, CommerceConfig config, Clock clock, MeterRegistry metrics, Names names) {
        this.config = config;
        this.clock = clock;
        this.guard = new EgressGuard(config.allowedOrigins(), names);
        this.wire = new Wire(vertx, guard, config);
        this.traffic = new Traffic(wire, new RequestBudget(config), metrics);
        this.tokens = new TokenCache(clock);
    }

    @Override
    public CommerceStore open(StoreKeys keys) {
        return open(keys, tokens);
    }

    @Override
    public CommerceStore tryOut(StoreKeys keys) {
        return open(keys, new TokenCache(clock));
    }

    private CommerceStore open(StoreKeys keys, TokenCache kept) {
        return new RestStore(new Session(traffic, guard.originOf(keys.tokenUrl()), keys, kept, config, clock));
    }

    @PreDestroy
    void close() {
        wire.close();
    }
}
