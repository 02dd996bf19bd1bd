package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.HostedUi;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The body of a SetUICustomization for our app client, which leaves those of others in the same pool alone. Cognito shows CSS again,
 * but a logo only by an address, so what it showed after the last time decides too.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html">Classic branding</a>
 */
public final class SignInPagePlan {
    private static final int LARGEST = 131_072;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private SignInPagePlan() {}

    /**
     * What has to be sent; empty when the page looks as wanted.
     *
     * @param shown by GetUICustomization
     * @param applied what was applied last; null when nothing was
     * @throws ProvisioningException INPUT, for a logo that is no PNG or JPEG, or is too large
     */
    public static Optional<Document> plan(
            HostedUi wanted, Document shown, AppliedPage applied, String userPoolId, String clientId) {
        Document body = body(wanted, userPoolId, clientId);
        boolean sameStyle =
                body.text("CSS").map(String::strip).equals(shown.text("CSS").map(String::strip));
        boolean same = applied(wanted, shown).equals(applied)
                || (!body.has("ImageFile") && !shown.has("ImageUrl") && sameStyle);
        return same ? Optional.empty() : Optional.of(body);
    }

    /** What to remember when it was sent, and this was shown then. */
    public static AppliedPage applied(HostedUi wanted, Document shown) {
        return new AppliedPage(
                Fingerprint.of(Arrays.asList("css", wanted.css(), "logo", wanted.logo())),
                Fingerprint.of(shown.only(List.of("ClientId", "CSS", "ImageUrl"))));
    }

    private static Document body(HostedUi wanted, String userPoolId, String clientId) {
        Document body = Document.empty().with("UserPoolId", userPoolId).with("ClientId", clientId);
        if (wanted.css() != null && !wanted.css().isBlank()) {
            if (wanted.css().length() > LARGEST) {
                throw refusal("CSS_TOO_LARGE", "The CSS has more than " + LARGEST + " characters");
            }
            body = body.with("CSS", wanted.css());
        }
        if (wanted.logo() != null && !wanted.logo().isBlank()) {
            requirePicture(wanted.logo());
            body = body.with("ImageFile", wanted.logo());
        }
        return body;
    }

    private static void requirePicture(String base64) {
        byte[] picture;
        try {
            picture = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refusal("LOGO_INVALID", "The logo is not Base64");
        }
        if (picture.length > LARGEST) {
            throw refusal("LOGO_TOO_LARGE", "The logo has more than " + LARGEST + " bytes");
        }
        if (!startsWith(picture, PNG) && !startsWith(picture, JPEG)) {
            throw refusal("LOGO_INVALID", "The logo is neither PNG nor JPEG");
        }
    }

    private static boolean startsWith(byte[] picture, byte[] beginning) {
        return picture.length >= beginning.length
                && Arrays.equals(picture, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static ProvisioningException refusal(String code, String why) {
        return ProvisioningException.input(code, why + ". Choose another one for the sign-in page", "hosted-ui");
    }
}
