package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.ManagedLogin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The style of managed login for our app client. Without one Cognito serves no page for it. Cognito may show a style in other words
 * than it was given in, so what it showed right after decides whether it still is the one that was applied.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html">Managed login</a>
 */
public final class BrandingPlan {
    private static final String ID = "ManagedLoginBrandingId";
    private static final String COGNITOS_OWN = "UseCognitoProvidedValues";
    private static final String SETTINGS = "Settings";

    private BrandingPlan() {}

    /**
     * The body of a CreateManagedLoginBranding, or of an UpdateManagedLoginBranding when the client has a style; empty when it has the
     * wanted one.
     *
     * @param shown by DescribeManagedLoginBrandingByClient; null when there is none
     * @param applied what was applied last; null when nothing was
     */
    public static Optional<Document> plan(
            ManagedLogin wanted, Document shown, AppliedPage applied, String userPoolId, String clientId) {
        Document style = Document.empty().with("UserPoolId", userPoolId);
        style = wanted.settings() == null
                ? style.with(COGNITOS_OWN, true)
                : style.with(COGNITOS_OWN, false).with(SETTINGS, wanted.settings());
        if (shown == null) {
            return Optional.of(style.with("ClientId", clientId));
        }
        boolean own =
                wanted.settings() == null && Boolean.TRUE.equals(shown.members().get(COGNITOS_OWN));
        return own || applied(wanted, shown).equals(applied)
                ? Optional.empty()
                : Optional.of(style.with(ID, shown.text(ID).orElseThrow()));
    }

    /** True for the body of an update, and for what Cognito shows of a style. */
    public static boolean isUpdate(Document body) {
        return body.has(ID);
    }

    /** What to remember when it was sent, and this was shown then. */
    public static AppliedPage applied(ManagedLogin wanted, Document shown) {
        return new AppliedPage(
                Fingerprint.of(Arrays.asList("managed-login", wanted.settings())),
                Fingerprint.of(shown.only(List.of(ID, COGNITOS_OWN, SETTINGS))));
    }
}
