package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.AppClientUpdate;
import io.integrationshub.provisioner.domain.CallbackUrls;
import io.integrationshub.provisioner.domain.Difference;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.DomainPlan;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares reality with what was applied, by the plans that an execution would carry out: what they would change has drifted, and
 * what neither the templates nor the sign-in speak of never has.
 */
@ApplicationScoped
public class DriftCheck {
    private static final String POOL = "cognito.UserPool";
    private static final String DOMAIN = "cognito.UserPoolDomain";
    private static final String CLIENT = "cognito.UserPoolClient";
    private static final String MFA = "cognito.UserPoolMfaConfig";

    private final ResourcePlans plans;
    private final RenderedRequests requests;

    DriftCheck(ResourcePlans plans, RenderedRequests requests) {
        this.plans = plans;
        this.requests = requests;
    }

    /**
     * One difference.
     *
     * @param field path of the member; null when the whole resource is meant
     * @param expected never a secret; null when nothing is
     */
    public record Finding(
            String resource,
            @Nullable String field,
            DriftKind kind,
            @Nullable Object expected,
            @Nullable Object found) {}

    /**
     * All differences but the ignored ones.
     *
     * @throws ProvisioningException when nothing could be seen for a reason that passes
     */
    List<Finding> look(Provisioning state, Cloud cloud) {
        List<Finding> found = new ArrayList<>();
        IntegrationSpec spec = state.wish().spec();
        UserPool held = state.holdings().userPool();
        readable(POOL, found, () -> {
            Optional<Document> pool = cloud.userPools().describe(held.id());
            if (pool.isEmpty()) {
                found.add(new Finding(POOL, null, DriftKind.MISSING, held.id(), null));
                return;
            }
            pool(state, pool.get(), found);
            readable(DOMAIN, found, () -> domain(spec, cloud, pool.get(), found));
            readable(CLIENT, found, () -> client(state, cloud, found));
            readable(MFA, found, () -> mfa(spec, cloud, pool.get(), found));
            readable(PageDrift.resource(spec), found, () -> PageDrift.look(state, cloud, found));
        });
        return found.stream().filter(difference -> !ignored(difference, spec)).toList();
    }

    private static void readable(String resource, List<Finding> found, Runnable look) {
        try {
            look.run();
        } catch (ProvisioningException e) {
            if (e.failure().errorClass() != ErrorClass.PERMISSION) {
                throw e;
            }
            found.add(new Finding(
                    resource, null, DriftKind.UNREADABLE, null, e.failure().message()));
        }
    }

    private void pool(Provisioning state, Document pool, List<Finding> found) {
        try {
            Document current = UserPoolUpdate.current(pool);
            plans.poolUpdate(state.wish().spec(), state.integrationId(), pool)
                    .body()
                    .ifPresent(wanted -> found.addAll(
                            ChangedMembers.of(POOL, UserPoolUpdate.differences(current, wanted), current, wanted)));
        } catch (ProvisioningException e) {
            if (!e.failure().code().equals("LOCKED_FIELD")) {
                throw e;
            }
            found.add(
                    new Finding(POOL, null, DriftKind.CHANGED, null, e.failure().message()));
        }
    }

    private static void domain(IntegrationSpec spec, Cloud cloud, Document pool, List<Finding> found) {
        String prefix = spec.userPool().domainPrefix();
        switch (DomainPlan.of(pool, prefix, cloud.domains().describe(prefix).orElse(null))) {
            case DomainPlan.Present present -> {
                UserPoolDomain domain = present.domain();
                if (!domain.serves(spec.userPool().hostedUi())) {
                    found.add(new Finding(
                            DOMAIN,
                            "ManagedLoginVersion",
                            DriftKind.CHANGED,
                            spec.userPool().hostedUi().managedLoginVersion(),
                            domain.managedLoginVersion()));
                }
                if (!domain.isActive()) {
                    found.add(new Finding(DOMAIN, "Status", DriftKind.CHANGED, "ACTIVE", domain.status()));
                }
            }
            case DomainPlan.Create create -> found.add(new Finding(DOMAIN, null, DriftKind.MISSING, prefix, null));
            case DomainPlan.Moved moved ->
                found.add(new Finding(DOMAIN, "Domain", DriftKind.CHANGED, prefix, moved.presentPrefix()));
            case DomainPlan.Taken taken ->
                found.add(new Finding(
                        DOMAIN, "UserPoolId", DriftKind.CHANGED, pool.text("Id").orElseThrow(), null));
        }
    }

    private void client(Provisioning state, Cloud cloud, List<Finding> found) {
        UserPool held = state.holdings().userPool();
        String name = state.wish().spec().userPool().name();
        Optional<Document> client =
                cloud.appClients().describe(held.id(), held.clientId()).map(AppClient::settings);
        if (client.isEmpty()) {
            found.add(new Finding(CLIENT, null, DriftKind.MISSING, held.clientId(), null));
            return;
        }
        List<String> callbacks =
                CallbackUrls.wanted(state.realms(), state.wish().spec().buyer());
        Document template = requests.updateClient(state.wish().spec(), held.id(), held.clientId(), callbacks);
        AppClientUpdate.plan(client.get(), template, name, state.holdings().callbackUrls())
                .ifPresent(wanted -> {
                    Document current = AppClientUpdate.current(client.get());
                    found.addAll(
                            ChangedMembers.of(CLIENT, AppClientUpdate.differences(current, wanted), current, wanted));
                });
        List<String> others = cloud.appClients().named(held.id(), name).stream()
                .filter(id -> !id.equals(held.clientId()))
                .toList();
        if (!others.isEmpty()) {
            found.add(new Finding(CLIENT, "ClientName", DriftKind.EXTRA, held.clientId(), others));
        }
    }

    private void mfa(IntegrationSpec spec, Cloud cloud, Document pool, List<Finding> found) {
        plans.mfa(spec, pool.text("Id").orElseThrow())
                .ifPresent(wanted -> cloud.userPools()
                        .mfa(pool.text("Id").orElseThrow())
                        .ifPresent(shown -> MfaPlan.plan(pool, shown, wanted).ifPresent(body -> {
                            Document current = MfaPlan.current(pool, shown);
                            found.addAll(ChangedMembers.of(MFA, Difference.paths(current, body), current, body));
                        })));
    }

    private static boolean ignored(Finding difference, IntegrationSpec spec) {
        return ignores(
                spec,
                difference.field() == null ? difference.resource() : difference.resource() + "." + difference.field());
    }

    /** @param address of a resource, or of one of its members */
    static boolean ignores(IntegrationSpec spec, String address) {
        return spec.drift() != null && spec.drift().ignores(address);
    }
}
