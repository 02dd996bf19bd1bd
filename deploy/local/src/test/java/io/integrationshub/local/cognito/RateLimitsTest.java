package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

class RateLimitsTest {
    private static final long MILLI = 1_000_000;
    private static final Caller CALLER = new Caller("111122223333", "hub", "eu-west-1");

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits = new RateLimits(now::get);

    @Test
    void oneSecondsWorthComesAtOnceAndThenTheRateHolds() {
        limits.enforce(RateLimits.Rule.DOCUMENTED);

        assertThat(allowed("DescribeUserPool", "", 20)).isEqualTo(15);
        now.addAndGet(200 * MILLI);
        assertThat(allowed("ListUserPools", "", 20)).isEqualTo(3);
        now.addAndGet(60_000 * MILLI);
        assertThat(allowed("DescribeUserPool", "", 20)).isEqualTo(15);
    }

    @Test
    void oneCategoryOrAccountLeavesTheOthersAlone() {
        limits.enforce(RateLimits.Rule.DOCUMENTED);
        allowed("DescribeUserPool", "", 20);

        assertThat(allowed("CreateUserPool", "", 1)).isEqualTo(1);
        limits.require(new Caller("444455556666", "hub", "eu-west-1"), "DescribeUserPool", "");
        limits.require(new Caller("111122223333", "hub", "us-east-1"), "DescribeUserPool", "");
        limits.require(CALLER, "GetCallerIdentity", "");
    }

    @Test
    void anOperationOnOnePoolHasALimitOfItsOwn() {
        limits.enforce(RateLimits.Rule.DOCUMENTED);

        assertThat(allowed("UpdateUserPoolClient", "eu-west-1_A", 10)).isEqualTo(5);
        assertThat(allowed("CreateUserPoolClient", "eu-west-1_A", 1)).isEqualTo(1);
        assertThat(allowed("UpdateUserPoolClient", "eu-west-1_B", 10)).isEqualTo(5);
        assertThat(limits.usage()).singleElement().satisfies(used -> {
            assertThat(used.category()).isEqualTo("UserPoolClientUpdate");
            assertThat(used.allowed()).isEqualTo(11);
            assertThat(used.throttled()).isEqualTo(10);
        });
    }

    @Test
    void shareAndBurstCanBeSmaller() {
        limits.enforce(new RateLimits.Rule(0.2, 1_000));
        assertThat(allowed("DescribeUserPool", "", 20)).isEqualTo(3);

        limits.enforce(new RateLimits.Rule(1, 200));
        assertThat(allowed("DescribeUserPool", "", 20)).isEqualTo(3);
    }

    @Test
    void theRefusalIsCognitosOwnAndOnlyWhenAskedFor() {
        for (int i = 0; i < 20; i++) {
            fixture.cognito().listUserPools(list -> list.maxResults(1));
        }
        assertThat(fixture.send("PUT", "/_control/rate-limits", "{\"share\":0.1,\"burstMs\":10}")
                        .statusCode())
                .isEqualTo(200);
        fixture.cognito().listUserPools(list -> list.maxResults(1));

        assertThatThrownBy(() -> fixture.cognito().listUserPools(list -> list.maxResults(1)))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("Rate exceeded");

        var told = StandInFixture.json(fixture.get("/_control/rate-limits"));
        assertThat(told.path("usage").path(0).path("throttled").asLong()).isEqualTo(1);
        fixture.send("DELETE", "/_control/rate-limits", "");
        fixture.cognito().listUserPools(list -> list.maxResults(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"share\":0}", "{\"share\":\"all\"}", "{\"burstMs\":0}", "{\"burst\":5}", "["})
    void whatMakesNoSenseIsRefused(String rule) {
        assertThat(fixture.send("PUT", "/_control/rate-limits", rule).statusCode())
                .isEqualTo(400);
    }

    private int allowed(String operation, String userPoolId, int tries) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            try {
                limits.require(CALLER, operation, userPoolId);
                allowed++;
            } catch (AwsError refused) {
                assertThat(refused.type()).isEqualTo("TooManyRequestsException");
            }
        }
        return allowed;
    }
}
