package io.integrationshub.provisioner.cognito;

import static io.integrationshub.contracts.ErrorClass.CONFLICT;
import static io.integrationshub.contracts.ErrorClass.CREDENTIALS;
import static io.integrationshub.contracts.ErrorClass.DRIFT;
import static io.integrationshub.contracts.ErrorClass.INPUT;
import static io.integrationshub.contracts.ErrorClass.PERMISSION;
import static io.integrationshub.contracts.ErrorClass.THROTTLED;
import static io.integrationshub.contracts.ErrorClass.TRANSIENT;

import io.integrationshub.contracts.ErrorClass;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Code and message of AWS errors, what kind of trouble they are, and what to do. Many causes share one code
 * (InvalidParameterException), so the message decides with it; the first rule that fits holds.
 */
final class ErrorTable {
    /**
     * @param codes of AWS, a pattern
     * @param message somewhere in the message
     * @param hubCode the code told to people; null for AWS's own
     * @param advice may name {@code {action}}, the IAM action
     */
    record Rule(Pattern codes, Pattern message, ErrorClass errorClass, String hubCode, String remedyId, String advice) {
        boolean fits(String code, String text) {
            return codes.matcher(code).matches() && message.matcher(text).find();
        }
    }

    /** Code of what an endpoint does not offer. */
    static final String UNSUPPORTED = "ENDPOINT_UNSUPPORTED";

    private static final List<Rule> RULES = List.of(
            rule(
                    "TooManyRequests.*|Throttl.*|RequestLimitExceeded|SlowDown|RequestThrottled.*",
                    "",
                    THROTTLED,
                    null,
                    "wait",
                    "Too many requests to this AWS account; it is tried again, more slowly"),
            rule(
                    "LimitExceeded.*",
                    "[Rr]ate",
                    THROTTLED,
                    null,
                    "wait",
                    "Too many requests to this AWS account; it is tried again, more slowly"),
            rule(
                    "LimitExceeded.*",
                    "",
                    CONFLICT,
                    null,
                    "aws-quota",
                    "A quota of the AWS account is used up. Raise it, or delete what is not needed"),
            rule(
                    "ConcurrentModification.*",
                    "",
                    TRANSIENT,
                    null,
                    "wait",
                    "Another change of this user pool is under way; it is tried again"),
            rule(
                    "UserImportInProgress.*",
                    "",
                    TRANSIENT,
                    null,
                    "wait",
                    "An import of users into this pool is running; it is tried again when it has ended"),
            rule(
                    "InvalidSmsRole.*|InvalidEmailRole.*",
                    "",
                    TRANSIENT,
                    null,
                    "aws-role-trust",
                    "Amazon Cognito cannot use the IAM role of the template yet. When that lasts, let"
                            + " cognito-idp.amazonaws.com assume it and allow it to send"),
            rule(
                    "(InvalidSignature|SignatureDoesNotMatch).*",
                    "[Ee]xpired|not yet current",
                    CREDENTIALS,
                    null,
                    "hub-clock",
                    "AWS refused the time of the request: the clock of the hub's machine is wrong"),
            rule(
                    "RequestTimeTooSkewed.*|RequestExpired.*",
                    "",
                    CREDENTIALS,
                    null,
                    "hub-clock",
                    "AWS refused the time of the request: the clock of the hub's machine is wrong"),
            rule(
                    "ExpiredToken.*",
                    "",
                    CREDENTIALS,
                    null,
                    "aws-credentials",
                    "These AWS keys were temporary and have run out. Enter keys of an IAM user"),
            rule(
                    "UnrecognizedClient.*|InvalidClientTokenId|InvalidAccessKeyId|IncompleteSignature.*"
                            + "|MissingAuthenticationToken.*",
                    "",
                    CREDENTIALS,
                    null,
                    "aws-credentials",
                    "AWS does not know the Access Key ID, or it is inactive, or not valid in this"
                            + " region. Check it in the IAM console and enter it again"),
            rule(
                    "InvalidSignature.*|SignatureDoesNotMatch.*",
                    "",
                    CREDENTIALS,
                    null,
                    "aws-credentials",
                    "The Secret Access Key does not belong to the Access Key ID. Enter both again"),
            rule(
                    "OptInRequired|SubscriptionRequired.*",
                    "",
                    INPUT,
                    null,
                    "aws-region",
                    "This region is not enabled in the AWS account. Enable it, or choose another one"),
            rule(
                    "AccessDenied.*|UnauthorizedOperation",
                    "",
                    PERMISSION,
                    null,
                    "aws-permissions",
                    "The AWS keys may not do {action}. Allow it in the IAM policy of their user"),
            rule(
                    "NotAuthorized.*|UserPoolTagging.*",
                    "",
                    PERMISSION,
                    null,
                    "aws-permissions",
                    "The AWS keys may not do this. Allow {action} and cognito-idp:TagResource in the"
                            + " IAM policy of their user"),
            rule(
                    "UnknownOperation.*|NotImplemented.*|InvalidAction",
                    "",
                    INPUT,
                    UNSUPPORTED,
                    "aws-endpoint",
                    "This endpoint does not offer {action}"),
            rule(
                    "InvalidParameter.*",
                    "[Dd]omain already (associated with another user pool|exists)",
                    CONFLICT,
                    "DOMAIN_TAKEN",
                    "domain-taken",
                    "The User Pool Domain Name is taken in this region. Choose another one"),
            rule(
                    "InvalidParameter.*",
                    "already has a domain configured",
                    CONFLICT,
                    "DOMAIN_MOVE",
                    "domain-move",
                    "The user pool has another domain, which the hub does not move by itself"),
            rule(
                    "InvalidParameter.*",
                    "reserved word|domain name contains an invalid character",
                    INPUT,
                    "DOMAIN_INVALID",
                    "domain-invalid",
                    "Choose another User Pool Domain Name: lower-case letters, digits"
                            + " and hyphens, without the words aws, amazon or cognito"),
            rule(
                    "InvalidParameter.*",
                    "has a domain configured that should be deleted first|not in a state that can be (deleted|updated)",
                    TRANSIENT,
                    "DOMAIN_IN_TRANSITION",
                    "wait",
                    "The domain of the user pool is still changing; it is tried again"),
            rule(
                    "InvalidParameter.*",
                    "deletion protection is activated",
                    TRANSIENT,
                    "DELETION_PROTECTED",
                    "wait",
                    "Somebody turned the pool's deletion protection on in the same moment; it is tried again"),
            rule(
                    "InvalidParameter.*",
                    "domain associated with this user pool is currently not Active",
                    TRANSIENT,
                    "DOMAIN_NOT_ACTIVE",
                    "wait",
                    "The domain is not active yet; it is tried again"),
            rule(
                    "InvalidParameter.*",
                    "CSS",
                    INPUT,
                    "CSS_REFUSED",
                    "hosted-ui",
                    "Amazon Cognito takes only its own CSS classes for the sign-in page, for example"
                            + " .banner-customizable"),
            rule(
                    "InvalidParameter.*",
                    "provider .* does not exist",
                    TRANSIENT,
                    null,
                    "template",
                    "The template names an identity provider that the user pool does not have (yet)"),
            rule(
                    "InvalidParameter.*",
                    "MFA",
                    INPUT,
                    null,
                    "mfa",
                    "Amazon Cognito refuses this together with the pool's multi-factor authentication"),
            rule(
                    "InvalidOAuthFlow.*",
                    "",
                    INPUT,
                    null,
                    "template-oauth",
                    "The OAuth settings of the app client do not go together; check the template"),
            rule(
                    "ScopeDoesNotExist.*",
                    "",
                    INPUT,
                    null,
                    "template-oauth",
                    "The template asks for a scope that the user pool does not have"),
            rule(
                    "InvalidParameter.*|ValidationException|SerializationException",
                    "",
                    INPUT,
                    null,
                    "template",
                    "Amazon refuses a value; check the configuration and the templates"),
            rule(
                    "FeatureUnavailableInTier.*|TierChangeNotAllowed.*",
                    "",
                    INPUT,
                    null,
                    "user-pool-tier",
                    "The feature plan (tier) of the user pool does not have this"),
            rule(
                    "OperationNotEnabled.*",
                    "",
                    CONFLICT,
                    null,
                    "user-pool-state",
                    "The user pool does not take this change in its present state"),
            rule(
                    "ResourceNotFound.*",
                    "",
                    DRIFT,
                    null,
                    "retry",
                    "It was deleted outside the hub. Retry; what is missing is made anew"),
            rule(
                    "InternalError.*|InternalFailure|ServiceUnavailable.*",
                    "",
                    TRANSIENT,
                    null,
                    "wait",
                    "AWS has a trouble of its own; it is tried again"));

    private ErrorTable() {}

    /** The rule for an answer, decided by its HTTP status where code and message are unknown. */
    static Rule of(String code, String message, int status, boolean throttling) {
        return RULES.stream()
                .filter(rule -> rule.fits(code, message))
                .findFirst()
                .orElseGet(() -> byStatus(status, throttling));
    }

    private static Rule byStatus(int status, boolean throttling) {
        if (throttling || status == 429) {
            return RULES.getFirst();
        }
        if (status >= 500) {
            return RULES.getLast();
        }
        return rule(
                ".*",
                "",
                INPUT,
                UNSUPPORTED,
                "aws-endpoint",
                "The answer to {action} is none of the AWS API (HTTP status " + status + "). Check the endpoint");
    }

    private static Rule rule(
            String codes, String message, ErrorClass errorClass, String hubCode, String remedyId, String advice) {
        return new Rule(Pattern.compile(codes), Pattern.compile(message), errorClass, hubCode, remedyId, advice);
    }
}
