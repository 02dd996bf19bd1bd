package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.provisioner.domain.CreateOnlyMembers;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.MfaPlan;
import io.integrationshub.provisioner.domain.Overlay;
import io.integrationshub.provisioner.domain.Ownership;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What a user pool needs, from what is wanted and what was seen; asks nobody. Steps apply it, and a preview shows it. */
@ApplicationScoped
class ResourcePlans {
    private static final String MFA = "MfaConfiguration";

    private final RenderedRequests requests;

    ResourcePlans(RenderedRequests requests) {
        this.requests = requests;
    }

    /**
     * @param template rendered, without create-only members
     * @param body of the UpdateUserPool; empty when the pool is as wanted
     */
    record PoolUpdate(Document template, Optional<Document> body) {}

    /** The body of the CreateUserPool, with the tag by which the pool is found again. */
    Document newPool(IntegrationSpec spec, UUID integrationId) {
        Document template = requests.createUserPool(spec);
        mfa(spec, Unknowns.poolId(spec.aws().region()));
        Document tags = Overlay.merge(template.object("UserPoolTags"), new Document(Ownership.tags(integrationId)));
        return template.without(MFA).with("UserPoolTags", tags);
    }

    /**
     * @param found as DescribeUserPool shows it
     * @throws io.integrationshub.provisioner.domain.ProvisioningException for templates that cannot be used with this pool
     */
    PoolUpdate poolUpdate(IntegrationSpec spec, UUID integrationId, Document found) {
        CreateOnlyMembers.requireUnchanged(requests.createUserPool(spec), found);
        Document template = requests.updateUserPool(spec, found.text("Id").orElseThrow());
        CreateOnlyMembers.requireUnchanged(template, found);
        mfa(spec, found.text("Id").orElseThrow());
        Document asked = CreateOnlyMembers.strip(template).without(MFA);
        return new PoolUpdate(
                asked, UserPoolUpdate.plan(found, asked, spec.userPool().name(), integrationId));
    }

    /**
     * The wanted second factor, as configured or as a pool template says: Cognito takes it by an operation of its own. The update
     * template goes before the create template. Empty when nothing says anything, which leaves it as it is.
     *
     * @throws ProvisioningException MFA_CONTRADICTION, when configuration and template say different things
     */
    Optional<MfaPlan.Wanted> mfa(IntegrationSpec spec, String userPoolId) {
        Mfa configured = spec.userPool().mfa();
        Optional<Mfa> templated = requests.updateUserPool(spec, userPoolId)
                .text(MFA)
                .or(() -> requests.createUserPool(spec).text(MFA))
                .map(Mfa::valueOf);
        if (configured == null) {
            return templated.map(mode -> new MfaPlan.Wanted(mode, false));
        }
        if (templated.filter(mode -> mode != configured).isPresent()) {
            throw ProvisioningException.input(
                    "MFA_CONTRADICTION",
                    "Multi-factor authentication is configured as " + configured + ", but a user pool template says "
                            + templated.get() + ". Take MfaConfiguration out of the template",
                    "mfa");
        }
        return Optional.of(new MfaPlan.Wanted(configured, true));
    }
}
