package io.integrationshub.config.neighbours;

import com.fasterxml.jackson.databind.JavaType;
import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.SealedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Questions about AWS go to provisioner-service, the only one that talks to AWS. */
@ApplicationScoped
class Provisioner implements AwsQuestions {
    private static final String NAME = "provisioner-service";

    private final ProvisionerApi api;
    private final Rest rest;

    Provisioner(@RestClient ProvisionerApi api, Rest rest) {
        this.api = api;
        this.rest = rest;
    }

    private record Keys(
            UUID integrationId,
            String accessKeyId,
            SealedSecret secretAccessKey,
            String region,
            @Nullable String domainPrefix,
            @Nullable String userPoolId) {}

    private record Wanted(UUID integrationId, long generation, IntegrationSpec spec) {}

    @Override
    public Connection connect(
            UUID integrationId, EnteredKeys.Aws keys, @Nullable String domainPrefix, @Nullable String userPoolId) {
        Keys body = new Keys(
                integrationId,
                keys.accessKeyId(),
                keys.secretAccessKey().sealed(),
                keys.region(),
                domainPrefix,
                userPoolId);
        return rest.ask(NAME, Connection.class, bearer -> api.connect(bearer, Rest.json(body)));
    }

    @Override
    public Plan plan(UUID integrationId, long generation, IntegrationSpec spec) {
        Wanted body = new Wanted(integrationId, generation, spec);
        return rest.ask(NAME, Plan.class, bearer -> api.plan(bearer, Rest.json(body)));
    }

    @Override
    public TemplateReport check(TemplateQuestion question) {
        return new TemplateReport(rest.ask(
                NAME, listOf(TemplateResult.class), bearer -> api.checkTemplates(bearer, Rest.json(question))));
    }

    @Override
    public List<TemplateVersion> templates() {
        return rest.ask(NAME, listOf(TemplateVersion.class), api::templates);
    }

    @Override
    public Optional<Pool> pool(UUID integrationId) {
        return Optional.of(rest.<Pool>ask(NAME, Pool.class, bearer -> api.pool(bearer, integrationId)))
                .filter(found -> found.userPoolId() != null);
    }

    @Override
    public Reply<DriftReport> checkDrift(UUID integrationId) {
        return rest.askWhether(NAME, DriftReport.class, bearer -> api.checkDrift(bearer, integrationId));
    }

    private static JavaType listOf(Class<?> type) {
        return Json.mapper().getTypeFactory().constructCollectionType(List.class, type);
    }
}
