package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.regex.Pattern;

/**
 * Why AWS refuses keys, told apart further than its answer does: an unknown key and a region that is not enabled get the same one, so
 * the keys are tried once more where every account may use them.
 */
final class KeyTrouble {
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("\\w{16,128}");
    private static final Pattern UNKNOWN_KEY =
            Pattern.compile("InvalidClientTokenId|UnrecognizedClient.*|InvalidAccessKeyId");
    private static final Pattern WRONG_SECRET = Pattern.compile("SignatureDoesNotMatch.*|InvalidSignature.*");
    private static final String REMEDY = "aws-credentials";

    /** Enabled in every account of the commercial partition; cannot be disabled. */
    private static final String ALWAYS_ENABLED = "us-east-1";

    private KeyTrouble() {}

    /**
     * What the Access Key ID itself shows, before anything is sent.
     *
     * @throws ProvisioningException ACCESS_KEY_MALFORMED or TEMPORARY_KEYS
     */
    static void requireLastingKeys(AwsKeys keys) {
        if (!ACCESS_KEY_ID.matcher(keys.accessKeyId()).matches()) {
            throw refusal(
                    "ACCESS_KEY_MALFORMED",
                    "An Access Key ID has 16 or more letters and digits and begins with AKIA."
                            + " Copy it from the IAM console again");
        }
        if (keys.accessKeyId().startsWith("ASIA")) {
            throw refusal(
                    "TEMPORARY_KEYS",
                    "An Access Key ID that begins with ASIA is temporary: it works only with a session"
                            + " token and only for hours. Create an access key of an IAM user, which begins with AKIA");
        }
    }

    /** The answer to GetCallerIdentity, with the cause of its own where the codes of AWS leave it open. */
    static Failure explain(Failure failure, AwsKeys keys, Clouds clouds, Question question) {
        if (failure.errorClass() != ErrorClass.CREDENTIALS) {
            return failure;
        }
        if (failure.remedyId().equals("hub-clock")) {
            return coded(failure, "CLOCK_SKEW");
        }
        if (failure.code().startsWith("ExpiredToken")) {
            return coded(failure, "KEYS_EXPIRED");
        }
        if (WRONG_SECRET.matcher(failure.code()).matches()) {
            return coded(failure, "SECRET_KEY_WRONG");
        }
        if (!UNKNOWN_KEY.matcher(failure.code()).matches()) {
            return failure;
        }
        return knownElsewhere(keys, clouds, question)
                ? regionNotEnabled(failure, keys.region())
                : coded(failure, "ACCESS_KEY_UNKNOWN");
    }

    private static boolean knownElsewhere(AwsKeys keys, Clouds clouds, Question question) {
        if (keys.region().equals(ALWAYS_ENABLED)) {
            return false;
        }
        AwsKeys elsewhere = new AwsKeys(keys.accessKeyId(), keys.secretAccessKey(), ALWAYS_ENABLED);
        try (Cloud cloud = clouds.open(elsewhere)) {
            question.ask(cloud::identity);
            return true;
        } catch (ProvisioningException e) {
            return false;
        }
    }

    private static Failure regionNotEnabled(Failure failure, String region) {
        return new Failure(
                ErrorClass.INPUT,
                "REGION_NOT_ENABLED",
                failure.service(),
                "The keys are right, but not valid in " + region
                        + ": this region is not enabled in the AWS account, or belongs"
                        + " to another partition of AWS. Enable it in the account settings, or choose another one",
                "aws-region",
                failure.requestId());
    }

    private static Failure coded(Failure failure, String code) {
        return new Failure(
                failure.errorClass(),
                code,
                failure.service(),
                failure.message(),
                failure.remedyId(),
                failure.requestId());
    }

    private static ProvisioningException refusal(String code, String message) {
        return ProvisioningException.hub(ErrorClass.CREDENTIALS, code, message, REMEDY);
    }
}
