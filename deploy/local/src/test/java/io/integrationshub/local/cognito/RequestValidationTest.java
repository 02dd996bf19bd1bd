package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestValidationTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    static Stream<Arguments> constraintViolations() {
        return Stream.of(
                Arguments.of(
                        "CreateUserPool",
                        "{}",
                        "1 validation error detected: Value null at 'poolName' failed to satisfy constraint:"
                                + " Member must not be null"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":null}",
                        "1 validation error detected: Value null at 'poolName' failed to satisfy constraint:"
                                + " Member must not be null"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"\"}",
                        "2 validation errors detected: Value '' at 'poolName' failed to satisfy constraint:"
                                + " Member must have length greater than or equal to 1; Value '' at 'poolName' failed"
                                + " to satisfy constraint: Member must satisfy regular expression pattern:"
                                + " [\\w\\s+=,.@-]+"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"" + "x".repeat(129) + "\"}",
                        "Member must have length less than or equal to 128"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":5}}}",
                        "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to"
                                + " satisfy constraint: Member must have value greater than or equal to 6"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"UserPoolTier\":\"FREE\"}",
                        "Value 'FREE' at 'userPoolTier' failed to satisfy constraint: Member must satisfy enum value"
                                + " set: [LITE, ESSENTIALS, PLUS]"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"UserPoolAddOns\":{}}",
                        "Value null at 'userPoolAddOns.advancedSecurityMode' failed to satisfy constraint: Member must"
                                + " not be null"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"EmailVerificationMessage\":\"no placeholder\"}",
                        "Value 'no placeholder' at 'emailVerificationMessage' failed to satisfy constraint: Member must"
                                + " satisfy regular expression pattern"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"UserPoolTags\":{\"\":\"x\"}}",
                        "at 'userPoolTags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must"
                                + " have length less than or equal to 128, Member must have length greater than or"
                                + " equal to 1]"),
                Arguments.of(
                        "CreateUserPool",
                        "{\"PoolName\":\"EPCC\",\"Schema\":[{\"Name\":\"ok\"},{\"Name\":\"far too long for a name\"}]}",
                        "Value 'far too long for a name' at 'schema.2.member.name' failed"),
                Arguments.of(
                        "ListUserPools",
                        "{\"MaxResults\":61}",
                        "Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or"
                                + " equal to 60"),
                Arguments.of(
                        "CreateUserPoolClient",
                        "{\"UserPoolId\":\"eu-west-1_a\",\"ClientName\":\"c\",\"AllowedOAuthFlows\":[\"code\",\"token\"]}",
                        "1 validation error detected: Value '[code, token]' at 'allowedOAuthFlows' failed to satisfy"
                                + " constraint: Member must satisfy constraint: [Member must satisfy enum value set:"
                                + " [code, implicit, client_credentials]]"));
    }

    @ParameterizedTest
    @MethodSource("constraintViolations")
    void aViolatedConstraintIsReportedInAwsWording(String operation, String body, String message) {
        var response = fixture.signed(operation, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("InvalidParameterException");
        assertThat(StandInFixture.json(response).path("__type").asText()).isEqualTo("InvalidParameterException");
        assertThat(StandInFixture.json(response).path("message").asText()).contains(message);
    }

    static Stream<Arguments> unreadableRequests() {
        return Stream.of(
                Arguments.of("CreateUserPool", "{\"PoolName\":\"EPCC\",\"PoolNam\":\"EPCC\"}", "PoolNam"),
                Arguments.of("CreateUserPool", "{\"PoolName\":\"EPCC\",\"Policies\":{\"Passwords\":{}}}", "Passwords"),
                Arguments.of("CreateUserPool", "{\"PoolName\":5}", "NUMBER_VALUE"),
                Arguments.of("CreateUserPool", "{\"PoolName\":\"EPCC\",\"UserPoolTags\":[]}", "ARRAY_VALUE"),
                Arguments.of("ListUserPools", "{\"MaxResults\":\"1\"}", "STRING_VALUE"),
                Arguments.of("ListUserPools", "{\"MaxResults\":1.5}", "NUMBER_VALUE"),
                Arguments.of("ListUserPools", "{\"MaxResults\":1", "not a JSON object"),
                Arguments.of("ListUserPools", "[]", "not a JSON object"));
    }

    @ParameterizedTest
    @MethodSource("unreadableRequests")
    void aRequestOfTheWrongFormIsASerializationError(String operation, String body, String message) {
        var response = fixture.signed(operation, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(StandInFixture.json(response).path("__type").asText()).isEqualTo("SerializationException");
        assertThat(StandInFixture.json(response).path("message").asText()).contains(message);
    }

    @Test
    void severalViolationsAreReportedTogether() {
        var response = fixture.signed("CreateUserPool", "{\"PoolName\":\"a/b\",\"MfaConfiguration\":\"MAYBE\"}");

        assertThat(StandInFixture.json(response).path("message").asText())
                .startsWith("2 validation errors detected: ")
                .contains("at 'poolName'", "at 'mfaConfiguration'");
    }

    @Test
    void aSensitiveValueIsNotEchoed() {
        var response = fixture.signed(
                "CreateUserPoolClient",
                "{\"UserPoolId\":\"eu-west-1_a\",\"ClientName\":\"c\",\"ClientSecret\":\"too-short-marker\"}");

        assertThat(response.body())
                .contains("Value at 'clientSecret' failed to satisfy constraint")
                .doesNotContain("too-short-marker");
    }

    @Test
    void anOperationTheStandInDoesNotKnowIsNamed() {
        var response = fixture.signed("AdminCreateUser", "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(StandInFixture.json(response).path("__type").asText()).isEqualTo("UnknownOperationException");
        assertThat(StandInFixture.json(response).path("message").asText()).contains("AdminCreateUser");
    }

    @Test
    void everyOperationHasAShape() {
        RequestShapes shapes = RequestShapes.load();

        assertThat(shapes.names()).containsExactlyInAnyOrderElementsOf(Operations.ALL.keySet());
    }
}
