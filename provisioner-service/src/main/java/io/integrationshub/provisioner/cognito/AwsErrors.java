package io.integrationshub.provisioner.cognito;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParseException;

/** What an error of AWS means, see {@link ErrorTable}; errors that AWS did not send are told apart here. */
final class AwsErrors {
    private static final int LONGEST = 400;
    private static final Pattern ACTION = Pattern.compile("not authorized to perform: ([\\w-]+:\\w+)");

    private AwsErrors() {}

    /**
     * Where an error came from.
     *
     * @param service cognito or sts
     * @param create sent once, so silence leaves open whether it was done
     */
    record Origin(String service, String operation, boolean create) {}

    static Failure diagnose(Origin origin, SdkException error) {
        return error instanceof AwsServiceException answer ? answered(origin, answer) : unanswered(origin, error);
    }

    /** What another endpoint than Amazon's does not offer, or not in full. */
    static ProvisioningException unsupported(String service, String what) {
        return new ProvisioningException(new Failure(
                ErrorClass.INPUT,
                ErrorTable.UNSUPPORTED,
                service,
                what + ". This endpoint does not support what the hub needs; check hub.aws.endpoint-override",
                "aws-endpoint",
                null));
    }

    /** True when the same call may work in a moment. What lasts longer is for a later attempt of the whole execution. */
    static boolean passesShortly(Failure failure, SdkException error) {
        return failure.errorClass() == ErrorClass.THROTTLED
                || failure.code().startsWith("ConcurrentModification")
                || (failure.errorClass() == ErrorClass.TRANSIENT
                        && (!(error instanceof AwsServiceException answer) || answer.statusCode() >= 500));
    }

    private static Failure answered(Origin origin, AwsServiceException error) {
        String code = Optional.ofNullable(error.awsErrorDetails())
                .map(details -> details.errorCode())
                .orElse("");
        String message = Optional.ofNullable(error.awsErrorDetails())
                .map(details -> details.errorMessage())
                .orElse("");
        ErrorTable.Rule rule = ErrorTable.of(code, message, error.statusCode(), error.isThrottlingException());
        boolean open = origin.create() && rule.errorClass() == ErrorClass.TRANSIENT && error.statusCode() >= 500;
        return new Failure(
                open ? ErrorClass.UNKNOWN_OUTCOME : rule.errorClass(),
                Optional.ofNullable(rule.hubCode()).orElse(code.isEmpty() ? "HTTP_" + error.statusCode() : code),
                origin.service(),
                text(origin, rule, message),
                rule.remedyId(),
                error.requestId());
    }

    private static String text(Origin origin, ErrorTable.Rule rule, String message) {
        String advice = rule.advice().replace("{action}", action(origin, message));
        // What AWS says of a signature or a key quotes the request; its own words add nothing there.
        return rule.errorClass() == ErrorClass.CREDENTIALS || message.isBlank()
                ? advice
                : advice + ". Amazon says to " + origin.operation() + ": " + oneLine(message);
    }

    private static String action(Origin origin, String message) {
        Matcher matcher = ACTION.matcher(message);
        return matcher.find()
                ? matcher.group(1)
                : (origin.service().equals("sts") ? "sts:" : "cognito-idp:") + origin.operation();
    }

    private static Failure unanswered(Origin origin, SdkException error) {
        if (causes(error).anyMatch(UnknownHostException.class::isInstance)) {
            return new Failure(
                    ErrorClass.TRANSIENT,
                    "UNKNOWN_HOST",
                    origin.service(),
                    "The address of Amazon " + origin.service()
                            + " in this region cannot be found. When that lasts, check"
                            + " the region and the hub's network",
                    "aws-region",
                    null);
        }
        if (causes(error)
                        .anyMatch(cause -> cause instanceof JsonParseException || cause instanceof NoAwsAnswerException)
                || String.valueOf(error.getMessage()).startsWith("Unable to unmarshall response")) {
            return unsupported(origin.service(), "The answer to " + origin.operation() + " is none of the AWS API")
                    .failure();
        }
        if (causes(error).anyMatch(AwsErrors::neverConnected)) {
            return new Failure(
                    ErrorClass.TRANSIENT,
                    "UNREACHABLE",
                    origin.service(),
                    "Amazon " + origin.service() + " cannot be reached. When that lasts, check the hub's network",
                    "network",
                    null);
        }
        return new Failure(
                origin.create() ? ErrorClass.UNKNOWN_OUTCOME : ErrorClass.TRANSIENT,
                "NO_ANSWER",
                origin.service(),
                "Amazon gave no answer to " + origin.operation()
                        + (origin.create() ? "; whether it was done is found out by looking" : "; it is tried again"),
                "wait",
                null);
    }

    private static boolean neverConnected(Throwable cause) {
        return cause instanceof ConnectException
                || String.valueOf(cause.getMessage()).equalsIgnoreCase("connect timed out");
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }

    private static String oneLine(String message) {
        String clean = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
