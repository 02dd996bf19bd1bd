package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

class ControlPagesTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void aFaultCanBeAskedForListedAndForgotten() {
        String fault = "{\"operation\":\"ListUserPools\",\"kind\":\"throttle\",\"times\":3}";
        assertThat(fixture.send("POST", "/_control/faults", fault).statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> fixture.cognito().listUserPools(list -> list.maxResults(1)))
                .isInstanceOf(TooManyRequestsException.class);

        var waiting = StandInFixture.json(fixture.get("/_control/faults")).path("faults");
        fixture.send("DELETE", "/_control/faults", "");

        assertThat(waiting)
                .singleElement()
                .satisfies(left -> assertThat(left.path("times").asInt()).isEqualTo(2));
        fixture.cognito().listUserPools(list -> list.maxResults(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"explode\"}",
                "{\"kind\":\"slow\",\"times\":0}",
                "{\"kind\":\"slow\",\"times\":\"two\"}",
                "{\"kind\":\"slow\",\"delay\":5}",
                "{\"kind\":\"slow\",\"delayMs\":-1}",
                "[]",
                "{"
            })
    void aFaultThatMakesNoSenseIsRefused(String fault) {
        var response = fixture.send("POST", "/_control/faults", fault);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(StandInFixture.json(response).path("error").asText()).isNotBlank();
    }

    @Test
    void requestsAreNumberedAndTellWritesFromReads() {
        fixture.poolNamed("EPCC");
        fixture.cognito().listUserPools(list -> list.maxResults(1));

        var requests = StandInFixture.json(fixture.get("/_control/requests?since=1"));

        assertThat(requests.path("last").asLong()).isEqualTo(2);
        assertThat(requests.path("requests")).singleElement().satisfies(request -> {
            assertThat(request.path("operation").asText()).isEqualTo("ListUserPools");
            assertThat(request.path("write").asBoolean()).isFalse();
            assertThat(request.path("account").asText()).isEqualTo("111122223333");
            assertThat(request.path("region").asText()).isEqualTo("eu-west-1");
            assertThat(request.path("outcome").asText()).isEqualTo("OK");
        });
        assertThat(fixture.standIn().requests().since(0).getFirst().write()).isTrue();
    }

    @Test
    void theStateShowsPoolsButNoSecret() {
        String pool = fixture.poolNamed("EPCC");
        String secret = fixture.cognito()
                .createUserPoolClient(
                        client -> client.userPoolId(pool).clientName("EPCC").generateSecret(true))
                .userPoolClient()
                .clientSecret();
        fixture.get("/" + pool + "/.well-known/jwks.json");

        String state = fixture.get("/_control/state").body();

        assertThat(state)
                .contains(pool, "\"ClientSecret\":\"***\"", "\"SigningKey\":\"***\"")
                .doesNotContain(secret, CognitoStandIn.SECRET_ACCESS_KEY);
    }

    @Test
    void theStateCanBeWiped() {
        fixture.poolNamed("EPCC");

        fixture.send("DELETE", "/_control/state", "");

        assertThat(fixture.cognito().listUserPools(list -> list.maxResults(1)).userPools())
                .isEmpty();
    }

    @Test
    void anAccountCanBeAdded() {
        var response = fixture.send(
                "POST",
                "/_control/accounts",
                "{\"accountId\":\"777788889999\",\"accessKeyId\":\"AKIAADDED00000000001\",\"secretAccessKey\":\"marker\"}");

        var added = AwsBasicCredentials.create("AKIAADDED00000000001", "marker");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).doesNotContain("marker");
        assertThat(fixture.cognito(added, Region.EU_WEST_1)
                        .createUserPool(pool -> pool.poolName("EPCC"))
                        .userPool()
                        .arn())
                .contains(":777788889999:");
    }
}
