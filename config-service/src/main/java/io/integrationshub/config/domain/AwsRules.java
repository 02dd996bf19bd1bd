package io.integrationshub.config.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a long-term access key of an AWS account looks like (IAM user guide, unique identifiers). */
final class AwsRules {
    private static final Pattern LONG_TERM = Pattern.compile("AKIA[A-Z0-9]{16}");
    private static final Pattern TEMPORARY = Pattern.compile("ASIA[A-Z0-9]{16}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/+=]{40}");

    private AwsRules() {}

    static Field<String> accessKeyId(@Nullable String entered) {
        String id = Texts.stripped(entered);
        if (id.isEmpty()) {
            return Field.missing("Enter the Access Key ID of an IAM user of your AWS account.");
        }
        if (TEMPORARY.matcher(id).matches()) {
            return new Field.Wrong<>(
                    "TEMPORARY_KEY",
                    "A key that begins with ASIA is temporary: it needs a session token and expires within hours."
                            + " Enter a key of an IAM user, which begins with AKIA.");
        }
        if (!LONG_TERM.matcher(id).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "An Access Key ID is AKIA followed by 16 capital letters and digits. Copy it from the IAM console;"
                            + " the Secret Access Key has a field of its own.");
        }
        return new Field.Right<>(id);
    }

    /** @param stored to be kept when none was typed; null when there is none */
    static Field<?> secretAccessKeyOrKept(@Nullable EnteredSecret secret, @Nullable StoredSecret stored) {
        if (!EnteredSecret.absent(secret)) {
            return secretAccessKey(secret);
        }
        return stored == null ? Field.missing("Enter the Secret Access Key.") : new Field.Right<>(stored);
    }

    private static Field<EnteredSecret> secretAccessKey(EnteredSecret secret) {
        if (!SECRET.matcher(secret.reveal()).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "A Secret Access Key has 40 characters: letters, digits, '/', '+' and '='. Copy it again;"
                            + " if it is lost, make a new access key in the IAM console.");
        }
        return new Field.Right<>(secret);
    }
}
