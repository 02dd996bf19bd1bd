package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import java.util.Optional;

/** Styles of managed login, one for each app client. */
public interface ManagedLoginBrandings {
    /** What DescribeManagedLoginBrandingByClient shows of a client; empty when it has no style. */
    Optional<Document> shown(String userPoolId, String clientId);

    /** CreateManagedLoginBranding; sent once. */
    void create(Document request);

    /** UpdateManagedLoginBranding, which replaces the whole style. */
    void update(Document request);
}
