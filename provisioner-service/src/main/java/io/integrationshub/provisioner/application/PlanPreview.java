package io.integrationshub.provisioner.application;

import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Fingerprint;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SamePlace;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what an execution would do, and leaves no trace anywhere. */
@ApplicationScoped
public class PlanPreview {
    private final Clouds clouds;
    private final ProvisionerConfig config;
    private final PoolSearch search;
    private final ResourceChanges changes;
    private final ResourceDrift drift;

    PlanPreview(
            Clouds clouds, ProvisionerConfig config, PoolSearch search, ResourceChanges changes, ResourceDrift drift) {
        this.clouds = clouds;
        this.config = config;
        this.search = search;
        this.changes = changes;
        this.drift = drift;
    }

    /**
     * What is wanted, and what is known already.
     *
     * @param generation told back in the plan
     * @param known what this service remembers; null of an integration that was not configured before
     */
    public record Subject(
            String storeId,
            UUID integrationId,
            @Nullable Long generation,
            IntegrationSpec spec,
            AwsKeys keys,
            @Nullable Provisioning known) {
        Holdings held() {
            return known == null ? Holdings.NONE : known.holdings();
        }

        /** As last wired; empty before the first time. */
        List<WiredRealm> realms() {
            return known == null ? List.of() : known.realms();
        }

        String region() {
            return spec.aws().region();
        }
    }

    /** Whatever AWS says is an answer; nothing is thrown for it. */
    public Plan preview(Subject subject) {
        Question question = new Question(config.questionTimeout());
        try {
            KeyTrouble.requireLastingKeys(subject.keys());
            try (Cloud cloud = new AskedCloud(clouds.open(subject.keys()), question)) {
                Observed seen = observe(subject, cloud, question);
                return plan(subject, seen, question.calls());
            }
        } catch (ProvisioningException e) {
            return failed(subject, e.failure(), question.calls());
        }
    }

    private Observed observe(Subject subject, Cloud cloud, Question question) {
        String account = account(subject, cloud, question);
        SamePlace.require(subject.held(), account, subject.region());
        PoolSearch.Found found = search.find(
                new PoolSearch.Sought(
                        subject.storeId(), subject.integrationId(), subject.held(), subject.spec(), warning -> {}),
                cloud.userPools());
        String prefix = subject.spec().userPool().domainPrefix();
        UserPoolDomain owner = cloud.domains().describe(prefix).orElse(null);
        Document client = found.asOptional()
                .flatMap(pool -> client(subject, cloud.appClients(), pool))
                .map(AppClient::settings)
                .orElse(null);
        Document page = page(subject, cloud, client, owner == null);
        return new Observed(account, found, owner, client, mfa(subject, cloud, found), page);
    }

    private @Nullable Document mfa(Subject subject, Cloud cloud, PoolSearch.Found found) {
        return found.asOptional()
                .flatMap(pool -> pool.text("Id"))
                .filter(id -> changes.wantsMfa(subject.spec(), id))
                .flatMap(id -> cloud.userPools().mfa(id))
                .orElse(null);
    }

    private static @Nullable Document page(
            Subject subject, Cloud cloud, @Nullable Document client, boolean domainIsNew) {
        HostedUi wanted = subject.spec().userPool().hostedUi();
        if (client == null || (wanted == null && !domainIsNew)) {
            return null;
        }
        String poolId = client.text("UserPoolId").orElseThrow();
        String clientId = client.text("ClientId").orElseThrow();
        return wanted != null && wanted.managedLogin() == null
                ? cloud.uiCustomizations().shown(poolId, clientId)
                : cloud.brandings().shown(poolId, clientId).orElse(null);
    }

    private String account(Subject subject, Cloud cloud, Question question) {
        try {
            return cloud.identity().accountId();
        } catch (ProvisioningException e) {
            throw new ProvisioningException(KeyTrouble.explain(e.failure(), subject.keys(), clouds, question), e);
        }
    }

    private static Optional<AppClient> client(Subject subject, AppClients clients, Document pool) {
        String poolId = pool.text("Id").orElseThrow();
        return Optional.ofNullable(subject.held().clientId())
                .filter(id -> poolId.equals(subject.held().userPoolId()))
                .flatMap(id -> clients.describe(poolId, id))
                .or(() -> AppClientSearch.named(clients, poolId, subject.spec(), subject.held(), warning -> {}));
    }

    private Plan plan(Subject subject, Observed seen, int reads) {
        List<ResourceChange> planned = changes.of(subject, seen);
        List<ResourceChange> drifted = drift.of(subject.known(), seen);
        boolean errored = planned.stream().anyMatch(ResourceChange::errored);
        return new Plan(
                Plan.FORMAT_VERSION,
                Fingerprint.of(Arrays.asList(wanted(subject.spec()), seen.state())),
                subject.integrationId(),
                subject.generation(),
                !errored,
                true,
                errored,
                drifted.isEmpty() ? null : drifted,
                planned,
                null,
                reads);
    }

    /** Sealed secrets differ each time they are sealed, and change nothing of a plan. */
    private static Map<String, Object> wanted(IntegrationSpec spec) {
        Map<String, Object> members = Json.mapper().convertValue(spec, new TypeReference<>() {});
        Map<String, Object> aws = Json.mapper().convertValue(spec.aws(), new TypeReference<>() {});
        Map<String, Object> commerce = Json.mapper().convertValue(spec.commerce(), new TypeReference<>() {});
        return new Document(members)
                .with("aws", new Document(aws).without("secretAccessKey"))
                .with("commerce", new Document(commerce).without("clientSecret"))
                .members();
    }

    private static Plan failed(Subject subject, Failure failure, int reads) {
        return new Plan(
                Plan.FORMAT_VERSION,
                null,
                subject.integrationId(),
                subject.generation(),
                false,
                false,
                true,
                List.of(),
                failure,
                reads);
    }
}
