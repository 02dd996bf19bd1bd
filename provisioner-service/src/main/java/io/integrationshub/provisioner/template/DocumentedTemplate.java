package io.integrationshub.provisioner.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Update User Pool Client template as the product documentation has always shown it: its object is closed before CallbackURLs,
 * and a back-tick follows. Who pasted it from there is offered what was meant.
 */
final class DocumentedTemplate {
    private static final Pattern CLOSED_TOO_EARLY = Pattern.compile(
            "\\A(\\s*\\{.*[^}])\\}\\s*,?\\s*(\"CallbackURLs\"\\s*:.*\\])\\s*\\}?\\s*\\z", Pattern.DOTALL);

    private DocumentedTemplate() {}

    /** Empty for any other text. */
    static Optional<String> repaired(String text) {
        if (text.length() > TemplateText.LARGEST) {
            return Optional.empty();
        }
        Matcher matcher = CLOSED_TOO_EARLY.matcher(text.replace("`", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String members = matcher.group(1).stripTrailing();
        String comma = members.endsWith(",") ? "" : ",";
        return Optional.of(members.stripLeading() + comma + "\n  " + matcher.group(2) + "\n}\n");
    }
}
