package io.integrationshub.config.domain;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** AWS regions, as far as Cognito user pools go. */
public final class Regions {
    /** Regions with an endpoint {@code cognito-idp} (AWS endpoints.json). */
    public static final Set<String> KNOWN = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "us-gov-west-1",
            "us-gov-east-1",
            "eusc-de-east-1");

    private static final int MAX_LENGTH = 32;
    private static final Pattern PLAUSIBLE = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    private Regions() {}

    /** AWS opens regions faster than lists are updated, so one that only looks like a region is let through. */
    static Field<String> check(@Nullable String entered) {
        String region = Texts.stripped(entered);
        if (region.isEmpty()) {
            return Field.missing("Choose the AWS Region of the user pool, for example eu-west-1.");
        }
        if (KNOWN.contains(region)) {
            return new Field.Right<>(region);
        }
        if (region.length() > MAX_LENGTH || !PLAUSIBLE.matcher(region).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED", "This is not the code of an AWS Region. It looks like eu-west-1 or us-east-2.");
        }
        if (region.startsWith("cn-")) {
            return new Field.Wrong<>(
                    "NO_COGNITO", "AWS offers no Cognito user pools in its regions in China. Choose another region.");
        }
        return new Field.Right<>(region);
    }
}
