package io.integrationshub.config.neighbours;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.SealedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Questions about the store go to commerce-sso-service, the only one that talks to Commerce. */
@ApplicationScoped
class CommerceSso implements CommerceQuestions {
    private static final String NAME = "commerce-sso-service";

    private final CommerceSsoApi api;
    private final Rest rest;

    CommerceSso(@RestClient CommerceSsoApi api, Rest rest) {
        this.api = api;
        this.rest = rest;
    }

    private record Key(
            UUID integrationId,
            String tokenUrl,
            String clientId,
            SealedSecret clientSecret,
            @Nullable String awsRegion) {}

    private record Wanted(UUID integrationId, long generation, IntegrationSpec spec) {}

    @Override
    public Connection connect(UUID integrationId, EnteredKeys.Commerce keys, @Nullable String awsRegion) {
        Key body = new Key(
                integrationId,
                keys.tokenUrl(),
                keys.clientId(),
                keys.clientSecret().sealed(),
                awsRegion);
        return rest.ask(NAME, Connection.class, bearer -> api.connect(bearer, Rest.json(body)));
    }

    @Override
    public Plan plan(UUID integrationId, long generation, IntegrationSpec spec) {
        Wanted body = new Wanted(integrationId, generation, spec);
        return rest.ask(NAME, Plan.class, bearer -> api.plan(bearer, Rest.json(body)));
    }

    @Override
    public Reply<AwsQuestions.DriftReport> checkDrift(UUID integrationId) {
        return rest.askWhether(NAME, AwsQuestions.DriftReport.class, bearer -> api.checkDrift(bearer, integrationId));
    }

    @Override
    public Reply<Trials> trySignIn(UUID integrationId) {
        return rest.askWhether(NAME, Trials.class, bearer -> api.trySignIn(bearer, integrationId));
    }
}
