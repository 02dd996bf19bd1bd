package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Mfa;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.ProvisioningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a plan would do with multi-factor authentication. */
@ApplicationScoped
class MfaChange {
    private static final String TYPE = "UserPoolMfaConfig";

    private final ResourcePlans plans;

    MfaChange(ResourcePlans plans) {
        this.plans = plans;
    }

    /** Empty when nothing is said of it; templates that cannot be used are told by the change of the pool. */
    Optional<Shown> of(PlanPreview.Subject subject, Observed seen) {
        Document pool = seen.poolOr(subject.region());
        try {
            return plans.mfa(subject.spec(), pool.text("Id").orElseThrow()).map(wanted -> {
                Document shown = seen.mfa() == null ? Document.empty() : seen.mfa();
                return Shown.updated(
                        TYPE,
                        MfaPlan.current(pool, shown),
                        MfaPlan.plan(pool, shown, wanted),
                        wanted.mode() == Mfa.OFF ? 35 : 65,
                        "SetUserPoolMfaConfig");
            });
        } catch (ProvisioningException e) {
            return e.failure().code().equals("MFA_CONTRADICTION")
                    ? Optional.of(Shown.refused(TYPE, Shown.UPDATE, null, e))
                    : Optional.empty();
        }
    }
}
