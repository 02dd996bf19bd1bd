package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.DomainPlan;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.List;
import java.util.Optional;

/** What a plan would do with the domain. */
final class DomainChange {
    private static final String TYPE = "UserPoolDomain";
    private static final int ORDER = 50;

    private DomainChange() {}

    static Shown of(PlanPreview.Subject subject, Observed seen) {
        String prefix = subject.spec().userPool().domainPrefix();
        Document pool = seen.poolOr(subject.region());
        HostedUi look = subject.spec().userPool().hostedUi();
        int version = UserPoolDomain.version(look, seen.page() != null);
        Document wanted = UserPoolDomain.body(prefix, pool.text("Id").orElseThrow(), version);
        return switch (DomainPlan.of(pool, prefix, seen.domainOwner())) {
            case DomainPlan.Present present -> present(present.domain(), look);
            case DomainPlan.Create create ->
                created(wanted, List.of(Shown.once(ORDER, "CreateUserPoolDomain", wanted)), List.of());
            case DomainPlan.Moved moved -> moved(subject, moved.presentPrefix(), wanted);
            case DomainPlan.Taken taken ->
                created(wanted, List.of(), Findings.of(DomainStep.taken(prefix, subject.region())));
        };
    }

    /** Its pages change only after these have their look. */
    private static Shown present(UserPoolDomain domain, HostedUi look) {
        Document before = domain.shown();
        Optional<Document> body = domain.serves(look)
                ? Optional.empty()
                : Optional.of(before.with("ManagedLoginVersion", look.managedLoginVersion()));
        return Shown.updated(TYPE, before, body, 70, "UpdateUserPoolDomain");
    }

    private static Shown created(Document wanted, List<Request> sent, List<Finding> findings) {
        return new Shown(TYPE, Shown.CREATE, null, wanted, Unknowns.of(wanted), sent, findings);
    }

    private static Shown moved(PlanPreview.Subject subject, String present, Document wanted) {
        Document before = wanted.with("Domain", present);
        List<Request> sent = List.of(
                Shown.safe(ORDER, "DeleteUserPoolDomain", before.without("ManagedLoginVersion")),
                Shown.once(ORDER, "CreateUserPoolDomain", wanted));
        List<Finding> findings = subject.spec().userPool().replaceDomain()
                ? List.of(Findings.movingDomain(present))
                : Findings.of(
                        DomainStep.moved(present, subject.spec().userPool().domainPrefix()));
        return new Shown(TYPE, Shown.REPLACE, before, wanted, Unknowns.of(wanted), sent, findings);
    }
}
