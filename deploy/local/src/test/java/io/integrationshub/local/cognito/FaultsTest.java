package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.integrationshub.local.test.Waits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

class FaultsTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void throttlingRefusesAsOftenAsAskedAndThenStops() {
        fixture.standIn().faults().add(new Fault("ListUserPools", Fault.Kind.THROTTLE, 2, Duration.ZERO));
        assertThatThrownBy(this::list).isInstanceOf(TooManyRequestsException.class);
        assertThatThrownBy(this::list).isInstanceOf(TooManyRequestsException.class);

        list();

        assertThat(fixture.standIn().faults().waiting()).isEmpty();
    }

    @Test
    void aFaultOfAnotherOperationIsNotMet() {
        fixture.standIn().faults().add(Fault.once("CreateUserPool", Fault.Kind.ERROR500));

        list();

        assertThatThrownBy(() -> fixture.poolNamed("EPCC"))
                .isInstanceOfSatisfying(
                        InternalErrorException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(500));
    }

    @Test
    void aDroppedReplyLeavesThePoolBehind() {
        fixture.standIn().faults().add(Fault.once("CreateUserPool", Fault.Kind.DROP_REPLY));

        assertThatThrownBy(() -> fixture.poolNamed("EPCC")).isInstanceOf(SdkClientException.class);

        assertThat(fixture.cognito().listUserPools(list -> list.maxResults(60)).userPools())
                .hasSize(1);
        assertThat(fixture.standIn().requests().since(0))
                .first()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("DROPPED"));
    }

    @Test
    void aDenialNamesUserActionAndResource() {
        String id = fixture.poolNamed("EPCC");
        fixture.standIn().faults().add(Fault.once("UpdateUserPool", Fault.Kind.DENY));

        assertThatThrownBy(() -> fixture.cognito().updateUserPool(update -> update.userPoolId(id)))
                .isInstanceOfSatisfying(
                        CognitoIdentityProviderException.class,
                        denied ->
                                assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
                .hasMessageContaining("User: arn:aws:iam::111122223333:user/hub is not authorized to perform:"
                        + " cognito-idp:UpdateUserPool on resource:"
                        + " arn:aws:cognito-idp:eu-west-1:111122223333:userpool/" + id);
    }

    @Test
    void anExpiredTokenIsRefusedByStsInItsOwnWords() {
        fixture.standIn().faults().add(Fault.once("GetCallerIdentity", Fault.Kind.EXPIRED_TOKEN));

        AwsServiceException refusal = catchThrowableOfType(
                AwsServiceException.class, () -> fixture.sts(StandInFixture.HUB).getCallerIdentity());

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
    }

    @Test
    void aProxysPageIsNotAnAwsError() {
        fixture.standIn().faults().add(Fault.once(Fault.ANY, Fault.Kind.HTML));

        var response = fixture.signed("ListUserPools", "{\"MaxResults\":1}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aWriteThatOverlapsASlowOneIsRefused() {
        String id = fixture.poolNamed("EPCC");
        fixture.standIn().faults().add(new Fault("UpdateUserPool", Fault.Kind.SLOW, 1, Duration.ofSeconds(2)));
        var slow = CompletableFuture.runAsync(() -> fixture.cognito().updateUserPool(update -> update.userPoolId(id)));
        // Once the fault has been met for a moment, the slow write holds the pool.
        Waits.await()
                .during(Duration.ofMillis(200))
                .until(() -> fixture.standIn().faults().waiting().isEmpty());

        assertThatThrownBy(() -> Waits.await().until(() -> {
                    fixture.cognito()
                            .setUserPoolMfaConfig(mfa -> mfa.userPoolId(id).mfaConfiguration("OFF"));
                    return slow.isDone();
                }))
                .hasStackTraceContaining(ConcurrentModificationException.class.getName())
                .hasStackTraceContaining("Only one request to update user pool can be processed at a time.");
        slow.join();
    }

    private void list() {
        fixture.cognito().listUserPools(list -> list.maxResults(1));
    }
}
