package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.Plan.Change;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.domain.AppClientUpdate;
import io.integrationshub.provisioner.domain.CallbackUrls;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.DomainPlan;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ResetByOmission;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what the steps would do with what was seen, from the same plans that they apply. Asks nobody. */
@ApplicationScoped
class ResourceChanges {
    private static final List<String> NO_OP = List.of("no-op");
    private static final List<String> CREATE = List.of("create");
    private static final List<String> UPDATE = List.of("update");
    private static final String ONCE = "never-repeat";
    private static final String SAFE = "safe";

    private final ResourcePlans plans;
    private final RenderedRequests requests;

    ResourceChanges(ResourcePlans plans, RenderedRequests requests) {
        this.plans = plans;
        this.requests = requests;
    }

    List<ResourceChange> of(PlanPreview.Subject subject, Observed observed) {
        List<ResourceChange> all = new ArrayList<>();
        all.add(pool(subject, observed));
        all.add(domain(subject, observed));
        all.add(client(subject, observed));
        mfa(subject, observed).ifPresent(all::add);
        page(subject, observed).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** False also when the templates cannot be used, which the pool's own change tells. */
    boolean wantsMfa(IntegrationSpec spec, String poolId) {
        try {
            return plans.mfa(spec, poolId).isPresent();
        } catch (ProvisioningException e) {
            return false;
        }
    }

    private Optional<ResourceChange> mfa(PlanPreview.Subject subject, Observed seen) {
        Document pool = seen.search()
                .asOptional()
                .orElseGet(() -> Document.empty().with("Id", Unknowns.poolId(subject.region())));
        String poolId = pool.text("Id").orElseThrow();
        try {
            return plans.mfa(subject.spec(), poolId).map(wanted -> {
                Document shown = seen.mfa() == null ? Document.empty() : seen.mfa();
                Document before = MfaPlan.current(pool, shown);
                int order = wanted.mode() == Mfa.OFF ? 35 : 65;
                return updated(
                        "UserPoolMfaConfig", before, MfaPlan.plan(pool, shown, wanted), order, "SetUserPoolMfaConfig");
            });
        } catch (ProvisioningException e) {
            return e.failure().code().equals("MFA_CONTRADICTION")
                    ? Optional.of(refused("UserPoolMfaConfig", e))
                    : Optional.empty();
        }
    }

    private static Optional<ResourceChange> page(PlanPreview.Subject subject, Observed seen) {
        HostedUi wanted = subject.spec().userPool().hostedUi();
        if (wanted == null) {
            return Optional.empty();
        }
        String poolId = seen.search()
                .asOptional()
                .flatMap(pool -> pool.text("Id"))
                .orElseGet(() -> Unknowns.poolId(subject.region()));
        String clientId = seen.client() == null
                ? Unknowns.CLIENT_ID
                : seen.client().text("ClientId").orElseThrow();
        Document shown = seen.page() == null ? Document.empty() : seen.page();
        try {
            // A picture in a plan would be half a megabyte of text that nobody can read.
            Optional<Document> body = SignInPagePlan.plan(
                            wanted, shown, subject.held().page(), poolId, clientId)
                    .map(request -> request.has("ImageFile") ? request.with("ImageFile", "(picture)") : request);
            return Optional.of(updated("UICustomization", shown, body, 70, "SetUICustomization"));
        } catch (ProvisioningException e) {
            return Optional.of(refused("UICustomization", e));
        }
    }

    private static ResourceChange updated(
            String type, Document before, Optional<Document> body, int order, String operation) {
        Document after = body.orElse(before);
        List<Request> sent = body.stream()
                .map(request -> new Request(order, operation, Unknowns.shown(request), SAFE))
                .toList();
        return change(type, body.isPresent() ? UPDATE : NO_OP, before, after, Unknowns.of(after), sent, List.of());
    }

    private static ResourceChange refused(String type, ProvisioningException e) {
        return change(type, UPDATE, null, null, Map.of(), List.of(), List.of(Findings.of(e)));
    }

    private ResourceChange pool(PlanPreview.Subject subject, Observed seen) {
        List<Finding> findings = new ArrayList<>();
        Document pool = seen.search().pool();
        Document before = pool == null ? null : UserPoolUpdate.current(pool);
        try {
            Document after = pool == null ? newPool(subject, seen, findings) : changedPool(subject, pool, findings);
            findings.addAll(Findings.ofPool(subject.spec(), after));
            List<String> actions = pool == null ? CREATE : after.equals(before) ? NO_OP : updating(seen);
            String operation = pool == null ? "CreateUserPool" : "UpdateUserPool";
            List<Request> sent = actions.equals(NO_OP)
                    ? List.of()
                    : List.of(new Request(40, operation, Unknowns.shown(after), pool == null ? ONCE : SAFE));
            Map<String, Object> unknown = pool == null ? Map.of("Id", true, "Arn", true) : Map.of();
            return change("UserPool", actions, before, after, unknown, sent, findings);
        } catch (ProvisioningException e) {
            findings.add(Findings.of(e));
            return change("UserPool", pool == null ? CREATE : UPDATE, before, null, Map.of(), List.of(), findings);
        }
    }

    /** What existed before and is adopted is imported, and gets its tag by an update. */
    private static List<String> updating(Observed seen) {
        return seen.search().imported() ? List.of("import", "update") : UPDATE;
    }

    /** The update template is not sent for a new pool, but a later execution will need it. */
    private Document newPool(PlanPreview.Subject subject, Observed seen, List<Finding> findings) {
        Document body = plans.newPool(subject.spec(), subject.integrationId());
        requests.updateUserPool(subject.spec(), Unknowns.poolId(subject.region()));
        findings.addAll(Findings.ofNewPool(subject.spec(), seen.search()));
        return body;
    }

    private Document changedPool(PlanPreview.Subject subject, Document pool, List<Finding> findings) {
        Document current = UserPoolUpdate.current(pool);
        ResourcePlans.PoolUpdate plan = plans.poolUpdate(subject.spec(), subject.integrationId(), pool);
        Document after = plan.body().orElse(current);
        findings.addAll(Findings.reset(ResetByOmission.ofPool(current, plan.template(), after)));
        return after;
    }

    private static ResourceChange domain(PlanPreview.Subject subject, Observed seen) {
        String prefix = subject.spec().userPool().domainPrefix();
        Document pool = seen.search()
                .asOptional()
                .orElseGet(() -> Document.empty().with("Id", Unknowns.poolId(subject.region())));
        Document wanted = UserPoolDomain.creation(prefix, pool.text("Id").orElseThrow());
        Map<String, Object> unknown = Unknowns.of(wanted);
        return switch (DomainPlan.of(pool, prefix, seen.domainOwner())) {
            case DomainPlan.Present present ->
                change("UserPoolDomain", NO_OP, wanted, wanted, unknown, List.of(), List.of());
            case DomainPlan.Create create ->
                change(
                        "UserPoolDomain",
                        CREATE,
                        null,
                        wanted,
                        unknown,
                        List.of(new Request(50, "CreateUserPoolDomain", Unknowns.shown(wanted), ONCE)),
                        List.of());
            case DomainPlan.Moved moved -> move(subject, moved.presentPrefix(), wanted, unknown);
            case DomainPlan.Taken taken ->
                change(
                        "UserPoolDomain",
                        CREATE,
                        null,
                        wanted,
                        unknown,
                        List.of(),
                        List.of(Findings.of(DomainStep.taken(prefix, subject.region()))));
        };
    }

    private static ResourceChange move(
            PlanPreview.Subject subject, String present, Document wanted, Map<String, Object> unknown) {
        boolean agreed = subject.spec().userPool().replaceDomain();
        Document before = wanted.with("Domain", present);
        List<Request> sent = List.of(
                new Request(50, "DeleteUserPoolDomain", Unknowns.shown(before.without("ManagedLoginVersion")), SAFE),
                new Request(50, "CreateUserPoolDomain", Unknowns.shown(wanted), ONCE));
        Finding finding = agreed
                ? Findings.movingDomain(present)
                : Findings.of(
                        DomainStep.moved(present, subject.spec().userPool().domainPrefix()));
        return change("UserPoolDomain", List.of("delete", "create"), before, wanted, unknown, sent, List.of(finding));
    }

    private ResourceChange client(PlanPreview.Subject subject, Observed seen) {
        Document before = seen.client() == null ? null : AppClientUpdate.current(seen.client());
        try {
            String poolId = seen.search()
                    .asOptional()
                    .flatMap(pool -> pool.text("Id"))
                    .orElseGet(() -> Unknowns.poolId(subject.region()));
            return before == null ? newClient(subject, poolId) : changedClient(subject, seen, poolId, before);
        } catch (ProvisioningException e) {
            List<String> actions = before == null ? CREATE : UPDATE;
            List<Finding> findings = List.of(Findings.of(e));
            return change("UserPoolClient", actions, before, null, Map.of(), List.of(), findings);
        }
    }

    /** Made before the OIDC profiles, and completed when they and with them the callback endpoints exist. */
    private ResourceChange newClient(PlanPreview.Subject subject, String poolId) {
        IntegrationSpec spec = subject.spec();
        Document created = requests.createClient(spec, poolId);
        Document fresh = created.without("GenerateSecret").with("ClientId", Unknowns.CLIENT_ID);
        Document template = requests.updateClient(spec, poolId, Unknowns.CLIENT_ID, callbacks(subject));
        Document body = AppClientUpdate.plan(fresh, template, spec.userPool().name(), List.of())
                .orElse(fresh);
        Map<String, Object> unknown = new LinkedHashMap<>(Unknowns.of(body));
        unknown.put("ClientSecret", true);
        List<Request> sent = List.of(
                new Request(60, "CreateUserPoolClient", Unknowns.shown(created), ONCE),
                new Request(210, "UpdateUserPoolClient", Unknowns.shown(body), SAFE));
        return change("UserPoolClient", CREATE, null, body, unknown, sent, List.of());
    }

    private ResourceChange changedClient(PlanPreview.Subject subject, Observed seen, String poolId, Document before) {
        IntegrationSpec spec = subject.spec();
        String clientId = before.text("ClientId").orElseThrow();
        requests.createClient(spec, poolId);
        Document template = requests.updateClient(spec, poolId, clientId, callbacks(subject));
        Optional<Document> body = AppClientUpdate.plan(
                seen.client(), template, spec.userPool().name(), subject.held().callbackUrls());
        Document after = body.orElse(before);
        List<Request> sent = body.stream()
                .map(request -> new Request(210, "UpdateUserPoolClient", Unknowns.shown(request), SAFE))
                .toList();
        List<Finding> findings = Findings.reset(ResetByOmission.ofClient(before, template, after));
        return change(
                "UserPoolClient",
                body.isPresent() ? updating(seen) : NO_OP,
                before,
                after,
                Unknowns.of(after),
                sent,
                findings);
    }

    private static List<String> callbacks(PlanPreview.Subject subject) {
        Stream<Realm> realms = Stream.of(Realm.BUYER, Realm.MERCHANT)
                .filter(realm -> realm == Realm.BUYER
                        ? subject.spec().buyer().enabled()
                        : subject.spec().merchant().enabled());
        List<WiredRealm> wired = realms.map(realm -> subject.realms().stream()
                        .filter(known -> known.realm() == realm)
                        .findFirst()
                        .orElseGet(() -> Unknowns.wired(realm)))
                .toList();
        return CallbackUrls.wanted(wired, subject.spec().buyer());
    }

    private static ResourceChange change(
            String type,
            List<String> actions,
            Document before,
            Document after,
            Map<String, Object> unknown,
            List<Request> sent,
            List<Finding> findings) {
        Map<String, Object> secret = type.equals("UserPoolClient") ? Map.of("ClientSecret", true) : Map.of();
        Change change = new Change(
                actions,
                before == null ? null : Unknowns.shown(before),
                after == null ? null : Unknowns.shown(after),
                unknown,
                before == null ? Map.of() : secret,
                after == null ? Map.of() : secret);
        boolean errored = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new ResourceChange(
                "cognito." + type, "cognito." + type, change, errored ? List.of() : sent, List.copyOf(findings));
    }
}
