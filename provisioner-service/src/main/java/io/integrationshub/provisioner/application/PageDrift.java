package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.provisioner.domain.BrandingPlan;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import java.util.List;

/** Whether the sign-in pages still look as they were made to. */
final class PageDrift {
    private static final String CLASSIC = "cognito.UICustomization";
    private static final String MANAGED = "cognito.ManagedLoginBranding";

    private PageDrift() {}

    /** The resource that the look is kept in. */
    static String resource(IntegrationSpec spec) {
        HostedUi wanted = spec.userPool().hostedUi();
        return wanted == null || wanted.managedLogin() == null ? CLASSIC : MANAGED;
    }

    static void look(Provisioning state, Cloud cloud, List<DriftCheck.Finding> found) {
        HostedUi wanted = state.wish().spec().userPool().hostedUi();
        if (wanted == null) {
            return;
        }
        if (wanted.managedLogin() == null) {
            classic(state, wanted, cloud, found);
        } else {
            managed(state, wanted.managedLogin(), cloud, found);
        }
    }

    private static void classic(Provisioning state, HostedUi wanted, Cloud cloud, List<DriftCheck.Finding> found) {
        UserPool held = state.holdings().userPool();
        Document shown = cloud.uiCustomizations().shown(held.id(), held.clientId());
        if (SignInPagePlan.plan(wanted, shown, state.holdings().page(), held.id(), held.clientId())
                .isPresent()) {
            found.add(new DriftCheck.Finding(CLASSIC, null, DriftKind.CHANGED, null, null));
        }
    }

    private static void managed(Provisioning state, ManagedLogin wanted, Cloud cloud, List<DriftCheck.Finding> found) {
        UserPool held = state.holdings().userPool();
        Document shown = cloud.brandings().shown(held.id(), held.clientId()).orElse(null);
        if (shown == null) {
            found.add(new DriftCheck.Finding(MANAGED, null, DriftKind.MISSING, held.clientId(), null));
        } else if (BrandingPlan.plan(wanted, shown, state.holdings().page(), held.id(), held.clientId())
                .isPresent()) {
            found.add(new DriftCheck.Finding(MANAGED, null, DriftKind.CHANGED, null, null));
        }
    }
}
