package io.integrationshub.config.domain;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito takes for the look of its sign-in page (Cognito API: SetUICustomization CSS, ImageFile; CreateManagedLoginBranding
 * Settings, whose length it does not document).
 */
final class HostedUiRules {
    private static final int MAX_CSS = 131_072;
    private static final int MAX_LOGO = 131_072;
    private static final int MAX_SETTINGS = 131_072;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private HostedUiRules() {}

    /** @param stored what is there already, so that a logo left out is kept; null for nothing */
    static @Nullable HostedUi check(
            EnteredConfiguration.@Nullable LookOfPages entered, @Nullable HostedUi stored, Findings findings) {
        if (entered == null) {
            return null;
        }
        String css = findings.take("/userPool/hostedUi/css", css(entered.css()));
        String logo = entered.logo() == null
                ? (stored == null ? null : stored.logo())
                : findings.take("/userPool/hostedUi/logo", logo(entered.logo()));
        ManagedLogin managed = entered.managedLogin() == null
                ? null
                : findings.take("/userPool/hostedUi/managedLogin/settings", managed(entered.managedLogin()));
        return new HostedUi(emptyIsNull(css), emptyIsNull(logo), managed);
    }

    private static @Nullable String emptyIsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static Field<ManagedLogin> managed(EnteredConfiguration.Managed entered) {
        if (entered.settings() == null) {
            return new Field.Right<>(new ManagedLogin(null));
        }
        if (!(entered.settings() instanceof Map<?, ?> settings)) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "The style is a JSON object, as the branding designer of Cognito exports it. Leave it empty for Cognito's own.");
        }
        String text = settings.toString();
        if (text.length() > MAX_SETTINGS) {
            return new Field.Wrong<>("TOO_LONG", "The style has at most 131,072 characters.");
        }
        if (!Texts.isMultiLine(text)) {
            return new Field.Wrong<>(
                    "MALFORMED", "The style has no control characters but line breaks and tabs. Export it again.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        settings.forEach((name, value) -> members.put((String) name, value));
        return new Field.Right<>(new ManagedLogin(members));
    }

    private static Field<String> css(@Nullable String entered) {
        String css = entered == null ? "" : entered.strip();
        if (css.length() > MAX_CSS) {
            return new Field.Wrong<>("TOO_LONG", "The CSS has at most 131,072 characters.");
        }
        if (!Texts.isMultiLine(css)) {
            return new Field.Wrong<>(
                    "MALFORMED", "The CSS has no control characters but line breaks and tabs. Paste it again.");
        }
        return new Field.Right<>(css);
    }

    private static Field<String> logo(String entered) {
        byte[] image;
        try {
            image = Base64.getDecoder().decode(entered.strip());
        } catch (IllegalArgumentException e) {
            return new Field.Wrong<>("MALFORMED", "The logo is not in Base64. Send the file's bytes in Base64.");
        }
        if (image.length > MAX_LOGO) {
            return new Field.Wrong<>("TOO_LARGE", "A logo has at most 128 KB (131,072 bytes). Choose a smaller one.");
        }
        if (image.length > 0 && !begins(image, PNG) && !begins(image, JPEG)) {
            return new Field.Wrong<>("NO_IMAGE", "A logo is a PNG or a JPEG image. Choose such a file.");
        }
        return new Field.Right<>(Base64.getEncoder().encodeToString(image));
    }

    private static boolean begins(byte[] image, byte[] mark) {
        if (image.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (image[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
