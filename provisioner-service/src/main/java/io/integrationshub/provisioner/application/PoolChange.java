package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ResetByOmission;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a plan would do with the user pool. */
@ApplicationScoped
class PoolChange {
    private static final String TYPE = "UserPool";

    private final ResourcePlans plans;
    private final RenderedRequests requests;

    PoolChange(ResourcePlans plans, RenderedRequests requests) {
        this.plans = plans;
        this.requests = requests;
    }

    Shown of(PlanPreview.Subject subject, Observed seen) {
        Document pool = seen.search().pool();
        try {
            return pool == null ? created(subject, seen) : updated(subject, seen, pool);
        } catch (ProvisioningException e) {
            return pool == null
                    ? Shown.refused(TYPE, Shown.CREATE, null, e)
                    : Shown.refused(TYPE, Shown.UPDATE, UserPoolUpdate.current(pool), e);
        }
    }

    /** The update template is not sent for a new pool, but a later execution will need it. */
    private Shown created(PlanPreview.Subject subject, Observed seen) {
        Document body = plans.newPool(subject.spec(), subject.integrationId());
        requests.updateUserPool(subject.spec(), Unknowns.poolId(subject.region()));
        List<Finding> findings = new ArrayList<>(Findings.ofNewPool(subject.spec(), seen.search()));
        findings.addAll(Findings.ofPool(subject.spec(), body));
        return new Shown(
                TYPE,
                Shown.CREATE,
                null,
                body,
                Map.of("Id", true, "Arn", true),
                List.of(Shown.once(40, "CreateUserPool", body)),
                findings);
    }

    private Shown updated(PlanPreview.Subject subject, Observed seen, Document pool) {
        Document before = UserPoolUpdate.current(pool);
        ResourcePlans.PoolUpdate plan = plans.poolUpdate(subject.spec(), subject.integrationId(), pool);
        Document after = plan.body().orElse(before);
        List<Finding> findings =
                new ArrayList<>(Findings.reset(ResetByOmission.ofPool(before, plan.template(), after)));
        findings.addAll(Findings.ofPool(subject.spec(), after));
        return plan.body()
                .map(body -> new Shown(
                        TYPE,
                        seen.search().imported() ? Shown.IMPORT : Shown.UPDATE,
                        before,
                        body,
                        Map.of(),
                        List.of(Shown.safe(40, "UpdateUserPool", body)),
                        findings))
                .orElseGet(() -> Shown.same(TYPE, before).with(findings));
    }
}
