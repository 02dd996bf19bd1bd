package io.integrationshub.config.domain;

import io.integrationshub.contracts.HostedUi;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What Cognito takes for the look of its classic sign-in page (Cognito API: SetUICustomization CSS, ImageFile). */
final class HostedUiRules {
    private static final int MAX_CSS = 131_072;
    private static final int MAX_LOGO = 131_072;
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
        String noneIsNull = logo == null || logo.isEmpty() ? null : logo;
        return new HostedUi(css == null || css.isEmpty() ? null : css, noneIsNull);
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
