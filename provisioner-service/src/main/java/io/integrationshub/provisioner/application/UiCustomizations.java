package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;

/** How the classic sign-in pages of an app client look. */
public interface UiCustomizations {
    /** GetUICustomization: the client's own look, else the pool's; an empty document for Cognito's own. A logo only by its address. */
    Document shown(String userPoolId, String clientId);

    /** SetUICustomization, which replaces the client's whole look; needs an active domain, may be repeated. */
    void set(Document request);
}
