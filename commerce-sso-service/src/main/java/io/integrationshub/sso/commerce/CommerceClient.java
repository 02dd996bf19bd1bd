package io.integrationshub.sso.commerce;

import io.integrationshub.runtime.egress.RequestPlaces;
import io.integrationshub.sso.application.CommerceStore;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.SignInWalks;
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
public class CommerceClient implements CommerceStores, SignInWalks {
    private final CommerceConfig config;
    private final Clock clock;
    private final EgressGuard guard;
    private final Wire wire;
    private final Traffic traffic;
    private final TokenCache tokens;

    @Inject
    CommerceClient(
            Vertx vertx, CommerceConfig config, RequestPlaces requestPlaces, Clock clock, MeterRegistry metrics) {
        this(vertx, config, RequestBudget.of(config, requestPlaces), clock, metrics, Names.SYSTEM);
    }

    CommerceClient(
            Vertx vertx, CommerceConfig config, RequestBudget budget, Clock clock, MeterRegistry metrics, Names names) {
        this.config = config;
        this.clock = clock;
        this.guard = new EgressGuard(config.allowedOrigins(), config.signInOrigins(), names);
        this.wire = new Wire(vertx, guard, config);
        this.traffic = new Traffic(wire, budget, metrics);
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

    @Override
    public String throughCommerce(String authorizationEndpoint, String clientId, String redirectUri) {
        return SignInLinks.throughCommerce(authorizationEndpoint, clientId, redirectUri);
    }

    @Override
    public String atProvider(String discoveryUrl, String clientId, String callbackEndpoint) {
        SignInWalk walk = new SignInWalk(guard, traffic);
        return SignInLinks.atProvider(walk.document(SignInLinks.address(discoveryUrl)), clientId, callbackEndpoint);
    }

    @Override
    public String commerceManager(String tokenUrl) {
        return SignInLinks.commerceManager(guard.originOf(tokenUrl).host());
    }

    @Override
    public Walk follow(String address) {
        return new SignInWalk(guard, traffic).from(SignInLinks.address(address));
    }

    private CommerceStore open(StoreKeys keys, TokenCache kept) {
        return new RestStore(new Session(traffic, guard.originOf(keys.tokenUrl()), keys, kept, config, clock));
    }

    @PreDestroy
    void close() {
        wire.close();
    }
}
