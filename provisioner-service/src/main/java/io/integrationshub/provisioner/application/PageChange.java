package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.provisioner.domain.BrandingPlan;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import java.util.List;
import java.util.Optional;

/** What a plan would do with the look of the sign-in page. */
final class PageChange {
    static final String BRANDING = "ManagedLoginBranding";
    private static final String TYPE = "UICustomization";

    private PageChange() {}

    /** Empty when nothing is said of it. */
    static Optional<Shown> of(PlanPreview.Subject subject, Observed seen) {
        HostedUi wanted = subject.spec().userPool().hostedUi();
        return wanted == null ? Optional.empty() : Optional.of(shown(subject, seen, wanted));
    }

    private static Shown shown(PlanPreview.Subject subject, Observed seen, HostedUi wanted) {
        String poolId = seen.poolOr(subject.region()).text("Id").orElseThrow();
        String clientId = seen.client() == null
                ? Unknowns.CLIENT_ID
                : seen.client().text("ClientId").orElseThrow();
        Document present = seen.page() == null ? Document.empty() : seen.page();
        if (wanted.managedLogin() != null) {
            return managed(subject, seen, wanted.managedLogin(), poolId, clientId);
        }
        try {
            Optional<Document> body = SignInPagePlan.plan(
                            wanted, present, subject.held().page(), poolId, clientId)
                    .map(PageChange::readable);
            return Shown.updated(TYPE, present, body, 70, "SetUICustomization");
        } catch (ProvisioningException e) {
            return Shown.refused(TYPE, Shown.UPDATE, null, e);
        }
    }

    private static Shown managed(
            PlanPreview.Subject subject, Observed seen, ManagedLogin wanted, String poolId, String clientId) {
        Optional<Document> body =
                BrandingPlan.plan(wanted, seen.page(), subject.held().page(), poolId, clientId);
        return seen.page() == null
                ? new Shown(
                        BRANDING,
                        Shown.CREATE,
                        null,
                        body.orElseThrow(),
                        Unknowns.of(body.orElseThrow()),
                        List.of(Shown.once(70, "CreateManagedLoginBranding", body.orElseThrow())),
                        List.of())
                : Shown.updated(BRANDING, seen.page(), body, 70, "UpdateManagedLoginBranding");
    }

    /** A picture in a plan would be half a megabyte of text that nobody can read. */
    static Document readable(Document body) {
        return body.has("ImageFile") ? body.with("ImageFile", "(picture)") : body;
    }
}
