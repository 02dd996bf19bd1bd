package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.acceptance.hub.AwsAccount;
import io.integrationshub.acceptance.hub.CommerceControl;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** {@code deploy/local/up --fresh --demo --exit}, and then the same again without {@code --fresh}. */
@Order(1)
@ExtendWith(HubExtension.class)
class DemoIT {
    private static final String ACCOUNT = "111122223333";
    private static final List<String> STOREFRONT =
            List.of("https://shop.example.com/callback", "http://localhost:3000/callback");
    private static final Pattern STEP = Pattern.compile("(?m)^ +SUCCEEDED +(\\S.*?) +[0-9.]+ s$");

    private static final Pattern WARNING = Pattern.compile(" (WARN|ERROR) .*\\(main\\)");

    private final RunningHub hub;

    DemoIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void endsWithStatusZeroAndLeavesNoProcessBehind() {
        assertThat(hub.first().status()).as(hub.first().output()).isZero();
        assertThat(hub.first().output()).contains("Execution SUCCEEDED after");
        assertThat(hub.first().leftBehind()).isEmpty();
        assertThat(hub.first().portsFree()).isTrue();
    }

    /** A warning that comes with each start teaches people to pass over warnings. */
    @Test
    void noServiceWarnsOfAnythingWhenItStarts() throws IOException {
        for (Path log : hub.logs()) {
            assertThat(Files.readAllLines(log))
                    .as(log.toString())
                    .noneMatch(line -> WARNING.matcher(line).find());
        }
    }

    @Test
    void printsTheStepsInTheirOrder() {
        assertThat(steps(hub.first().output()))
                .containsExactly(
                        "Integration Trigger",
                        "Check AWS Connection",
                        "List User Pool",
                        "Create User Pool",
                        "User Pool Domain",
                        "Create User Pool Client",
                        "Check Commerce Connection",
                        "Buyer Organization: OIDC Profile",
                        "Buyer Organization: Redirect URLs",
                        "Merchant Organization: Prefix",
                        "Merchant Organization: OIDC Profile",
                        "Update User Pool Client",
                        "Check Sign-in");
    }

    @Test
    void everythingExistsAtCognitoAndCommerce() {
        List<CommerceControl.Realm> realms = hub.commerce().realms(Seeds.CLIENT_ID);
        List<CommerceControl.Profile> profiles =
                realms.stream().flatMap(realm -> realm.profiles().stream()).toList();
        try (AwsAccount aws = hub.cognito().account(CognitoStandIn.ACCESS_KEY_ID, CognitoStandIn.SECRET_ACCESS_KEY)) {
            UserPoolType pool = theOnly(aws.pools());
            UserPoolClientType client = theOnly(aws.clients(pool.id()));
            hub.keepSecret(client.clientSecret());

            assertThat(pool.name()).isEqualTo("EPCC");
            assertThat(pool.userPoolTags()).containsKey(AwsAccount.OWNERSHIP);
            assertThat(aws.domain(pool.domain()).status()).isEqualTo(DomainStatusType.ACTIVE);
            assertThat(aws.domain(pool.domain()).userPoolId()).isEqualTo(pool.id());
            assertThat(client.allowedOAuthFlows()).containsExactly(OAuthFlowType.CODE);
            assertThat(client.allowedOAuthFlowsUserPoolClient()).isTrue();
            assertThat(client.callbackURLs())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(profiles.stream().map(CommerceControl.Profile::callback), STOREFRONT.stream())
                                    .toList());
            assertThat(realms).extracting(CommerceControl.Realm::kind).containsExactlyInAnyOrder("BUYER", "MERCHANT");
            assertThat(realms).allSatisfy(realm -> assertThat(realm.profiles()).hasSize(1));
            assertThat(profiles).hasSize(2).allSatisfy(profile -> {
                assertThat(profile.clientId()).isEqualTo(client.clientId());
                assertThat(profile.discoveryUrl()).contains(pool.id());
            });
            assertThat(realms)
                    .filteredOn(realm -> realm.kind().equals("BUYER"))
                    .allSatisfy(realm -> assertThat(realm.redirectUris()).containsAll(STOREFRONT));
            assertThat(hub.commerce().prefix(Seeds.CLIENT_ID)).isEqualTo("demostore");
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(hub.output())
                .contains("Reconfigure with nothing changed")
                .contains("Execution SUCCEEDED after")
                .contains("zero writes at Cognito")
                .contains("zero writes at Commerce");
        assertThat(steps(hub.output())).contains("Update User Pool").doesNotContain("Create User Pool");
        assertThat(hub.cognito().writes(ACCOUNT)).isEmpty();
        assertThat(hub.commerce().writes(Seeds.CLIENT_ID)).isEmpty();
    }

    private static List<String> steps(String output) {
        return STEP.matcher(output)
                .results()
                .map((MatchResult step) -> step.group(1))
                .toList();
    }

    private static <T> T theOnly(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
