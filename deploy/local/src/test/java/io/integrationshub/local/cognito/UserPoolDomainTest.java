package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.local.test.Waits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureUnavailableInTierException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

class UserPoolDomainTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void aDomainIsCreatingAndThenActive() {
        String pool = fixture.poolNamed("EPCC");
        fixture.cognito()
                .createUserPoolDomain(
                        domain -> domain.userPoolId(pool).domain("shop-one").managedLoginVersion(1));
        var first = fixture.cognito()
                .describeUserPoolDomain(domain -> domain.domain("shop-one"))
                .domainDescription();

        fixture.awaitStatus("shop-one", DomainStatusType.ACTIVE);

        assertThat(first.status()).isEqualTo(DomainStatusType.CREATING);
        assertThat(first.userPoolId()).isEqualTo(pool);
        assertThat(first.awsAccountId()).isEqualTo("111122223333");
        assertThat(first.managedLoginVersion()).isEqualTo(1);
        assertThat(fixture.cognito()
                        .describeUserPool(describe -> describe.userPoolId(pool))
                        .userPool()
                        .domain())
                .isEqualTo("shop-one");
    }

    @Test
    void anUnknownDomainIsDescribedAsEmpty() {
        var response = fixture.signed("DescribeUserPoolDomain", "{\"Domain\":\"nobody\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"DomainDescription\":{}}");
    }

    @Test
    void aPrefixIsTakenForEveryAccountOfTheRegion() {
        fixture.domain(fixture.poolNamed("EPCC"), "shop-one");
        var other = fixture.cognito(StandInFixture.OTHER_ACCOUNT, Region.EU_WEST_1);
        String otherPool =
                other.createUserPool(pool -> pool.poolName("EPCC")).userPool().id();

        assertThatThrownBy(() -> other.createUserPoolDomain(
                        domain -> domain.userPoolId(otherPool).domain("shop-one")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Domain already associated with another user pool.");
    }

    @Test
    void aPrefixTakenByTheOwnPoolIsRefusedWithTheSameText() {
        String pool = fixture.poolNamed("EPCC");
        fixture.domain(pool, "shop-one");

        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPoolDomain(domain -> domain.userPoolId(pool).domain("shop-one")))
                .hasMessageContaining("Domain already associated with another user pool.");
    }

    @Test
    void aPrefixIsFreeInAnotherRegion() {
        fixture.domain(fixture.poolNamed("EPCC"), "shop-one");
        var virginia = fixture.cognito(StandInFixture.HUB, Region.US_EAST_1);
        String pool = virginia.createUserPool(create -> create.poolName("EPCC"))
                .userPool()
                .id();

        virginia.createUserPoolDomain(domain -> domain.userPoolId(pool).domain("shop-one"));

        assertThat(virginia.describeUserPoolDomain(domain -> domain.domain("shop-one"))
                        .domainDescription()
                        .userPoolId())
                .isEqualTo(pool);
    }

    @Test
    void aPoolHasOnePrefix() {
        String pool = fixture.poolNamed("EPCC");
        fixture.domain(pool, "shop-one");

        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPoolDomain(domain -> domain.userPoolId(pool).domain("shop-two")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("User pool already has a domain configured.");
    }

    @ParameterizedTest
    @CsvSource({
        "my-aws-shop,       Domain cannot contain reserved word: aws",
        "amazonia,          Domain cannot contain reserved word: amazon",
        "elastic-cognito,   Domain cannot contain reserved word: cognito",
        "Shop,              The domain name contains an invalid character.",
        "shop.one,          The domain name contains an invalid character.",
        "-shop,             The domain name contains an invalid character."
    })
    void aBadPrefixIsRefused(String prefix, String message) {
        String pool = fixture.poolNamed("EPCC");

        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPoolDomain(domain -> domain.userPoolId(pool).domain(prefix)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPoolWithADomainCannotBeDeletedUntilTheDomainIsGone() {
        String pool = fixture.poolNamed("EPCC");
        fixture.domain(pool, "shop-one");
        assertThatThrownBy(() -> fixture.cognito().deleteUserPool(delete -> delete.userPoolId(pool)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(
                        "User pool cannot be deleted. It has a domain configured that should be deleted first.");
        fixture.cognito().deleteUserPoolDomain(domain -> domain.userPoolId(pool).domain("shop-one"));

        fixture.awaitStatus("shop-one", null);

        Waits.await().untilAsserted(() -> fixture.cognito().deleteUserPool(delete -> delete.userPoolId(pool)));
    }

    @Test
    void aDomainOfAnotherPoolCannotBeDeleted() {
        fixture.domain(fixture.poolNamed("EPCC"), "shop-one");
        String other = fixture.poolNamed("other");

        assertThatThrownBy(() -> fixture.cognito()
                        .deleteUserPoolDomain(domain -> domain.userPoolId(other).domain("shop-one")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("No such domain or user pool exists.");
    }

    @Test
    void managedLoginNeedsMoreThanTheLiteTier() {
        String pool = fixture.cognito()
                .createUserPool(create -> create.poolName("EPCC").userPoolTier(UserPoolTierType.LITE))
                .userPool()
                .id();

        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPoolDomain(domain ->
                                domain.userPoolId(pool).domain("shop-one").managedLoginVersion(2)))
                .isInstanceOf(FeatureUnavailableInTierException.class);
    }

    @Test
    void theLoginVersionCanBeUpdated() {
        String pool = fixture.poolNamed("EPCC");
        fixture.domain(pool, "shop-one");

        var updated = fixture.cognito()
                .updateUserPoolDomain(
                        domain -> domain.userPoolId(pool).domain("shop-one").managedLoginVersion(2));

        assertThat(updated.managedLoginVersion()).isEqualTo(2);
    }
}
