package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.provisioner.domain.AppClientUpdate;
import io.integrationshub.provisioner.domain.BrandingPlan;
import io.integrationshub.provisioner.domain.CallbackUrls;
import io.integrationshub.provisioner.domain.Difference;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has changed at AWS since it was applied, as Terraform's resource_drift tells it: before is what was applied, after is what was
 * seen. From what a plan has seen anyway; asks nobody. What a plan did not have to look at is left to {@link DriftChecks}.
 */
@ApplicationScoped
class ResourceDrift {
    private final ResourcePlans plans;
    private final RenderedRequests requests;

    ResourceDrift(ResourcePlans plans, RenderedRequests requests) {
        this.plans = plans;
        this.requests = requests;
    }

    /** @param applied null when no execution has come to its end, or another one has begun since */
    List<ResourceChange> of(@Nullable Provisioning applied, Observed seen) {
        if (applied == null || !DriftChecks.comparable(applied)) {
            return List.of();
        }
        UserPool held = applied.holdings().userPool();
        Optional<Document> pool = seen.search()
                .asOptional()
                .filter(found -> found.text("Id").filter(held.id()::equals).isPresent());
        if (pool.isEmpty()) {
            return List.of(gone("UserPool", Document.empty().with("Id", held.id())));
        }
        return Stream.<Supplier<Optional<Shown>>>of(
                        () -> pool(applied, pool.get()),
                        () -> domain(applied, pool.get()),
                        () -> client(applied, seen),
                        () -> mfa(applied, pool.get(), seen),
                        () -> page(applied, seen))
                .flatMap(look -> told(look).stream())
                .filter(drift -> !DriftCheck.ignores(applied.wish().spec(), "cognito." + drift.type()))
                .map(Shown::toResourceChange)
                .toList();
    }

    /** What was applied once may be refused now, a member that was create-only for example: nothing can be compared then. */
    private static Optional<Shown> told(Supplier<Optional<Shown>> look) {
        try {
            return look.get();
        } catch (ProvisioningException e) {
            return Optional.empty();
        }
    }

    private Optional<Shown> pool(Provisioning applied, Document pool) {
        IntegrationSpec spec = applied.wish().spec();
        Document current = UserPoolUpdate.current(pool);
        return plans.poolUpdate(spec, applied.integrationId(), pool)
                .body()
                .flatMap(wanted ->
                        changed(spec, "UserPool", wanted, current, UserPoolUpdate.differences(current, wanted)));
    }

    private static Optional<Shown> domain(Provisioning applied, Document pool) {
        IntegrationSpec spec = applied.wish().spec();
        Document before =
                Document.empty().with("Domain", applied.holdings().userPool().domainPrefix());
        Optional<String> present = pool.text("Domain");
        if (present.equals(before.text("Domain"))) {
            return Optional.empty();
        }
        return present.isEmpty()
                ? Optional.of(deleted("UserPoolDomain", before))
                : changed(spec, "UserPoolDomain", before, pool.only(List.of("Domain")), List.of("Domain"));
    }

    private Optional<Shown> client(Provisioning applied, Observed seen) {
        UserPool held = applied.holdings().userPool();
        IntegrationSpec spec = applied.wish().spec();
        if (seen.client() == null
                || !seen.client()
                        .text("ClientId")
                        .filter(held.clientId()::equals)
                        .isPresent()) {
            return Optional.of(deleted("UserPoolClient", Document.empty().with("ClientId", held.clientId())));
        }
        Document current = AppClientUpdate.current(seen.client());
        List<String> callbacks = CallbackUrls.wanted(applied.realms(), spec.buyer());
        Document template = requests.updateClient(spec, held.id(), held.clientId(), callbacks);
        return AppClientUpdate.plan(
                        seen.client(),
                        template,
                        spec.userPool().name(),
                        applied.holdings().callbackUrls())
                .flatMap(wanted ->
                        changed(spec, "UserPoolClient", wanted, current, AppClientUpdate.differences(current, wanted)));
    }

    private Optional<Shown> mfa(Provisioning applied, Document pool, Observed seen) {
        IntegrationSpec spec = applied.wish().spec();
        if (seen.mfa() == null) {
            return Optional.empty();
        }
        Document current = MfaPlan.current(pool, seen.mfa());
        return plans.mfa(spec, pool.text("Id").orElseThrow())
                .flatMap(wanted -> MfaPlan.plan(pool, seen.mfa(), wanted))
                .flatMap(wanted ->
                        changed(spec, "UserPoolMfaConfig", wanted, current, Difference.paths(current, wanted)));
    }

    private static Optional<Shown> page(Provisioning applied, Observed seen) {
        HostedUi wanted = applied.wish().spec().userPool().hostedUi();
        // What was seen is of the kind that is wanted now, which may be another one than was applied.
        if (wanted == null
                || seen.page() == null
                || BrandingPlan.isUpdate(seen.page()) != (wanted.managedLogin() != null)) {
            return Optional.empty();
        }
        UserPool held = applied.holdings().userPool();
        if (wanted.managedLogin() != null) {
            return BrandingPlan.plan(
                            wanted.managedLogin(),
                            seen.page(),
                            applied.holdings().page(),
                            held.id(),
                            held.clientId())
                    .map(body -> updated(PageChange.BRANDING, body, seen.page()));
        }
        return SignInPagePlan.plan(wanted, seen.page(), applied.holdings().page(), held.id(), held.clientId())
                .map(body -> updated("UICustomization", PageChange.readable(body), seen.page()));
    }

    /** Only the members that differ are worth a word, and only when not all of them are to be ignored. */
    private static Optional<Shown> changed(
            IntegrationSpec spec, String type, Document wanted, Document current, List<String> paths) {
        boolean all = paths.stream().allMatch(path -> DriftCheck.ignores(spec, "cognito." + type + "." + path));
        return all ? Optional.empty() : Optional.of(updated(type, wanted, current));
    }

    private static Shown updated(String type, Document before, Document after) {
        return new Shown(type, Shown.UPDATE, before, after, Map.of(), List.of(), List.of());
    }

    private static Shown deleted(String type, Document before) {
        return new Shown(type, Shown.DELETE, before, null, Map.of(), List.of(), List.of());
    }

    private static ResourceChange gone(String type, Document before) {
        return deleted(type, before).toResourceChange();
    }
}
