package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;

class SignatureTest {
    private static final AwsBasicCredentials UNKNOWN_KEY =
            AwsBasicCredentials.create("AKIAUNKNOWN000000001", "some-secret-access-key-of-somebody-else!");
    private static final AwsBasicCredentials WRONG_SECRET =
            AwsBasicCredentials.create(CognitoStandIn.ACCESS_KEY_ID, "wrong-secret-access-key-0000000000000001");

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void callerIdentityNamesAccountAndUser() {
        var identity = fixture.sts(StandInFixture.HUB).getCallerIdentity();

        assertThat(identity.account()).isEqualTo("111122223333");
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::111122223333:user/hub");
    }

    @Test
    void aTraceThatIsNotSignedIsLogged() {
        String body = "{\"MaxResults\":1}";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(fixture.standIn().endpoint() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        fixture.signedHeaders("ListUserPools", body).forEach(request::header);
        request.header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(fixture.send(request.build()).statusCode()).isEqualTo(200);

        assertThat(fixture.standIn().requests().since(0))
                .singleElement()
                .satisfies(entry -> assertThat(entry.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void cognitoRefusesAnUnknownKey() {
        AwsServiceException refusal = listRefused(UNKNOWN_KEY, Region.EU_WEST_1);

        assertRefusal(refusal, 400, "UnrecognizedClientException");
    }

    @Test
    void cognitoRefusesAWrongSecret() {
        AwsServiceException refusal = listRefused(WRONG_SECRET, Region.EU_WEST_1);

        assertRefusal(refusal, 400, "InvalidSignatureException");
    }

    @Test
    void cognitoRefusesAKeyInAnotherPartition() {
        AwsServiceException refusal = listRefused(StandInFixture.HUB, Region.US_GOV_WEST_1);

        assertRefusal(refusal, 400, "UnrecognizedClientException");
    }

    @Test
    void stsRefusesAnUnknownKeyInItsOwnWords() {
        AwsServiceException refusal = catchThrowableOfType(
                AwsServiceException.class, () -> fixture.sts(UNKNOWN_KEY).getCallerIdentity());

        assertRefusal(refusal, 403, "InvalidClientTokenId");
    }

    @Test
    void stsRefusesAWrongSecretInItsOwnWords() {
        AwsServiceException refusal = catchThrowableOfType(
                AwsServiceException.class, () -> fixture.sts(WRONG_SECRET).getCallerIdentity());

        assertRefusal(refusal, 403, "SignatureDoesNotMatch");
    }

    @Test
    void aClockMoreThanFiveMinutesBehindIsRefused() {
        fixture.start(null, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)));

        AwsServiceException refusal = listRefused(StandInFixture.HUB, Region.EU_WEST_1);

        assertRefusal(refusal, 400, "InvalidSignatureException");
        assertThat(refusal.awsErrorDetails().errorMessage()).startsWith("Signature expired");
    }

    @Test
    void aClockFourMinutesBehindIsAccepted() {
        fixture.start(null, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4)));

        var pools = fixture.cognito().listUserPools(list -> list.maxResults(1));

        assertThat(pools.userPools()).isEmpty();
    }

    @Test
    void anUnsignedRequestIsRefused() {
        var response =
                fixture.send(HttpRequest.newBuilder(URI.create(fixture.standIn().endpoint() + "/"))
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", "AWSCognitoIdentityProviderService.ListUserPools")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"MaxResults\":1}"))
                        .build());

        assertThat(StandInFixture.json(response).path("__type").asText())
                .isEqualTo("MissingAuthenticationTokenException");
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void aBodyThatWasChangedAfterSigningIsRefused() {
        var request = HttpRequest.newBuilder(URI.create(fixture.standIn().endpoint() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"MaxResults\":2}"));
        fixture.signedHeaders("ListUserPools", "{\"MaxResults\":1}").forEach(request::header);

        var response = fixture.send(request.build());

        assertThat(StandInFixture.json(response).path("__type").asText()).isEqualTo("InvalidSignatureException");
    }

    @Test
    void aRefusedRequestIsLoggedWithoutAnAccount() {
        listRefused(WRONG_SECRET, Region.EU_WEST_1);

        assertThat(fixture.standIn().requests().since(0)).singleElement().satisfies(entry -> {
            assertThat(entry.account()).isEmpty();
            assertThat(entry.outcome()).isEqualTo("InvalidSignatureException");
        });
    }

    private AwsServiceException listRefused(AwsBasicCredentials credentials, Region region) {
        return catchThrowableOfType(
                AwsServiceException.class,
                () -> fixture.cognito(credentials, region).listUserPools(list -> list.maxResults(1)));
    }

    private static void assertRefusal(AwsServiceException refusal, int status, String code) {
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
    }
}
