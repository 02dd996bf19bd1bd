package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing before a plan is carried out. */
final class Findings {
    /** An AWS account may have 1,000 user pools in a region, unless AWS raised it. */
    private static final int QUOTA = 1_000;

    private static final int NEAR = 900;

    private Findings() {}

    /** What the step would fail with. */
    static List<Finding> of(ProvisioningException refusal) {
        return refusal.flaws().stream().map(flaw -> of(refusal, flaw)).toList();
    }

    private static Finding of(ProvisioningException refusal, ProvisioningException.Flaw flaw) {
        return new Finding(
                refusal.failure().code(),
                Severity.ERROR,
                flaw.message(),
                flaw.member() == null ? List.of() : List.of(flaw.member()),
                flaw.place() == null ? null : flaw.place().line(),
                flaw.place() == null ? null : flaw.place().column());
    }

    /** Agreed to, and still worth a thought. */
    static Finding movingDomain(String present) {
        return Finding.of(
                "DOMAIN_MOVE",
                Severity.WARNING,
                "The domain " + present
                        + " is deleted first: nobody can sign in until the new one is active, links to it"
                        + " die, and anybody may take its name",
                List.of("Domain"));
    }

    static List<Finding> reset(List<String> members) {
        return members.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "RESET_BY_OMISSION",
                        Severity.INFO,
                        "The template alone would set these members back to the defaults of Amazon Cognito. The hub sends"
                                + " them again, so they stay",
                        members));
    }

    static List<Finding> ofNewPool(IntegrationSpec spec, PoolSearch.Found search) {
        List<Finding> findings = new ArrayList<>();
        if (search.sameName() > 0) {
            findings.add(Finding.of(
                    "NAME_NOT_UNIQUE",
                    Severity.WARNING,
                    search.sameName() + " other user pools are named "
                            + spec.userPool().name()
                            + " already. That does no harm: the hub knows its own by a tag. If one of them is meant, do not"
                            + " finish",
                    List.of("PoolName")));
        }
        if (search.listed() >= NEAR) {
            findings.add(Finding.of(
                    "QUOTA_NEAR",
                    Severity.WARNING,
                    "The AWS account has " + search.listed() + " user pools in this region; Amazon allows " + QUOTA
                            + " unless it was asked for more",
                    List.of()));
        }
        return List.copyOf(findings);
    }

    /** Whoever can sign up in a Merchant realm signs in to Commerce Manager. */
    static List<Finding> ofPool(IntegrationSpec spec, Document after) {
        boolean closed = Boolean.TRUE.equals(
                after.object("AdminCreateUserConfig").members().get("AllowAdminCreateUserOnly"));
        return !spec.merchant().enabled() || closed
                ? List.of()
                : List.of(Finding.of(
                        "SELF_SIGNUP_OPEN",
                        Severity.WARNING,
                        "Anybody can sign up in this user pool, and it opens Commerce Manager for the Merchant organization."
                                + " Set AdminCreateUserConfig.AllowAdminCreateUserOnly to true in both user pool"
                                + " templates",
                        List.of("AdminCreateUserConfig.AllowAdminCreateUserOnly")));
    }
}
