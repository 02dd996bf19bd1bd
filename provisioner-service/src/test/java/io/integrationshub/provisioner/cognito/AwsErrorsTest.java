package io.integrationshub.provisioner.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

class AwsErrorsTest {
    private static final AwsErrors.Origin UPDATE = new AwsErrors.Origin("cognito", "UpdateUserPool", false);
    private static final AwsErrors.Origin CREATE = new AwsErrors.Origin("cognito", "CreateUserPool", true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | TooManyRequestsException | Rate exceeded | THROTTLED | TooManyRequestsException | wait",
                "400 | ThrottlingException | Rate exceeded | THROTTLED | ThrottlingException | wait",
                "400 | LimitExceededException | Rate exceeded | THROTTLED | LimitExceededException | wait",
                "400 | LimitExceededException | The maximum number of pools | CONFLICT | LimitExceededException | aws-quota",
                "400 | ConcurrentModificationException | Only one request to update user pool client can be processed at a time. | TRANSIENT | ConcurrentModificationException | wait",
                "400 | UserImportInProgressException | x | TRANSIENT | UserImportInProgressException | wait",
                "400 | InvalidSmsRoleTrustRelationshipException | Role does not have a trust relationship | TRANSIENT | InvalidSmsRoleTrustRelationshipException | aws-role-trust",
                "400 | InvalidEmailRoleAccessPolicyException | x | TRANSIENT | InvalidEmailRoleAccessPolicyException | aws-role-trust",
                "403 | InvalidClientTokenId | The security token included in the request is invalid. | CREDENTIALS | InvalidClientTokenId | aws-credentials",
                "400 | UnrecognizedClientException | x | CREDENTIALS | UnrecognizedClientException | aws-credentials",
                "403 | SignatureDoesNotMatch | The request signature we calculated does not match | CREDENTIALS | SignatureDoesNotMatch | aws-credentials",
                "400 | InvalidSignatureException | Signature expired: 2026 is now earlier than | CREDENTIALS | InvalidSignatureException | hub-clock",
                "400 | ExpiredTokenException | x | CREDENTIALS | ExpiredTokenException | aws-credentials",
                "403 | OptInRequired | x | INPUT | OptInRequired | aws-region",
                "400 | AccessDeniedException | not authorized to perform: cognito-idp:TagResource on | PERMISSION | AccessDeniedException | aws-permissions",
                "400 | NotAuthorizedException | x | PERMISSION | NotAuthorizedException | aws-permissions",
                "400 | UserPoolTaggingException | x | PERMISSION | UserPoolTaggingException | aws-permissions",
                "400 | UnknownOperationException | x | INPUT | ENDPOINT_UNSUPPORTED | aws-endpoint",
                "400 | InvalidParameterException | Domain already associated with another user pool. | CONFLICT | DOMAIN_TAKEN | domain-taken",
                "400 | InvalidParameterException | User pool already has a domain configured. | CONFLICT | DOMAIN_MOVE | domain-move",
                "400 | InvalidParameterException | Domain cannot contain reserved word: cognito | INPUT | DOMAIN_INVALID | domain-invalid",
                "400 | InvalidParameterException | The provider X does not exist for User Pool Y. | TRANSIENT | InvalidParameterException | template",
                "400 | InvalidParameterException | Invalid MFA configuration given | INPUT | InvalidParameterException | mfa",
                "400 | InvalidParameterException | 1 validation error detected | INPUT | InvalidParameterException | template",
                "400 | InvalidOAuthFlowException | CallbackUrls can not be empty | INPUT | InvalidOAuthFlowException | template-oauth",
                "400 | ScopeDoesNotExistException | Invalid scope requested: x | INPUT | ScopeDoesNotExistException | template-oauth",
                "400 | FeatureUnavailableInTierException | x | INPUT | FeatureUnavailableInTierException | user-pool-tier",
                "400 | OperationNotEnabledException | x | CONFLICT | OperationNotEnabledException | user-pool-state",
                "400 | ResourceNotFoundException | x | DRIFT | ResourceNotFoundException | retry",
                "500 | InternalErrorException | x | TRANSIENT | InternalErrorException | wait",
                "503 | '' | '' | TRANSIENT | HTTP_503 | wait",
                "429 | '' | '' | THROTTLED | HTTP_429 | wait",
                "404 | '' | '' | INPUT | ENDPOINT_UNSUPPORTED | aws-endpoint"
            })
    void codeAndMessageDecideTogether(
            int status, String code, String message, ErrorClass errorClass, String told, String remedy) {
        Failure failure = AwsErrors.diagnose(UPDATE, answer(status, code, message));

        assertThat(failure.errorClass()).isEqualTo(errorClass);
        assertThat(failure.code()).isEqualTo(told);
        assertThat(failure.remedyId()).isEqualTo(remedy);
        assertThat(failure.requestId()).isEqualTo("req-1");
        assertThat(failure.message()).isNotBlank();
    }

    @Test
    void aMissingPermissionIsNamed() {
        Failure failure = AwsErrors.diagnose(
                CREATE,
                answer(
                        400,
                        "AccessDeniedException",
                        "User: arn:aws:iam::1:user/hub is not authorized to perform: cognito-idp:TagResource on resource"));

        assertThat(failure.message()).contains("may not do cognito-idp:TagResource");
    }

    @Test
    void whatAwsSaysOfKeysAndSignaturesIsNotRepeated() {
        Failure failure = AwsErrors.diagnose(UPDATE, answer(403, "SignatureDoesNotMatch", "Canonical String was POST"));

        assertThat(failure.message()).doesNotContain("Canonical");
    }

    @Test
    void messagesAreOneLineAndShort() {
        Failure failure = AwsErrors.diagnose(
                UPDATE, answer(400, "InvalidParameterException", "a\r\nb\u001B[31m" + "x".repeat(5_000)));

        assertThat(failure.message()).hasSizeLessThan(600).doesNotContain("\n", "\r", "\u001B");
    }

    @Test
    void silenceAfterACreateLeavesTheOutcomeOpen() {
        assertThat(silence(CREATE, new SocketTimeoutException("Read timed out")))
                .isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
        assertThat(silence(CREATE, new IOException("Unexpected end of file"))).isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
        assertThat(AwsErrors.diagnose(CREATE, ApiCallTimeoutException.create(1)).errorClass())
                .isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
        assertThat(AwsErrors.diagnose(CREATE, answer(500, "InternalErrorException", "x"))
                        .errorClass())
                .isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
    }

    @Test
    void aCreateThatNeverLeftIsNotOpen() {
        assertThat(silence(CREATE, new UnknownHostException("x"))).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(silence(CREATE, new ConnectException("refused"))).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(silence(CREATE, new SocketTimeoutException("Connect timed out")))
                .isEqualTo(ErrorClass.TRANSIENT);
    }

    @Test
    void silenceAfterAnythingElseIsTriedAgain() {
        assertThat(silence(UPDATE, new SocketTimeoutException("Read timed out")))
                .isEqualTo(ErrorClass.TRANSIENT);
    }

    private static ErrorClass silence(AwsErrors.Origin origin, Exception cause) {
        return AwsErrors.diagnose(origin, SdkClientException.create("Unable to execute HTTP request", cause))
                .errorClass();
    }

    private static AwsServiceException answer(int status, String code, String message) {
        return CognitoIdentityProviderException.builder()
                .statusCode(status)
                .requestId("req-1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
