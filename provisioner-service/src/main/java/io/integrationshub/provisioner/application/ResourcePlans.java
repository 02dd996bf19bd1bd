package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.provisioner.domain.CreateOnlyMembers;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Overlay;
import io.integrationshub.provisioner.domain.Ownership;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What a user pool needs, from what is wanted and what was seen; asks nobody. Steps apply it, and a preview shows it. */
@ApplicationScoped
class ResourcePlans {
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
        Document tags = Overlay.merge(template.object("UserPoolTags"), new Document(Ownership.tags(integrationId)));
        return template.with("UserPoolTags", tags);
    }

    /**
     * @param found as DescribeUserPool shows it
     * @throws io.integrationshub.provisioner.domain.ProvisioningException for templates that cannot be used with this pool
     */
    PoolUpdate poolUpdate(IntegrationSpec spec, UUID integrationId, Document found) {
        CreateOnlyMembers.requireUnchanged(requests.createUserPool(spec), found);
        Document template = requests.updateUserPool(spec, found.text("Id").orElseThrow());
        CreateOnlyMembers.requireUnchanged(template, found);
        Document asked = CreateOnlyMembers.strip(template);
        return new PoolUpdate(
                asked, UserPoolUpdate.plan(found, asked, spec.userPool().name(), integrationId));
    }
}
