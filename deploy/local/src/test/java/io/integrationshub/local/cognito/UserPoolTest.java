package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DefaultEmailOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class UserPoolTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void aBarePoolHasTheDefaultsOfCognito() {
        UserPoolType pool = fixture.cognito()
                .createUserPool(request -> request.poolName("EPCC"))
                .userPool();

        assertThat(pool.id()).matches("eu-west-1_[0-9a-zA-Z]{9}");
        assertThat(pool.arn()).isEqualTo("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/" + pool.id());
        assertThat(pool.mfaConfiguration()).isEqualTo(UserPoolMfaType.OFF);
        assertThat(pool.policies().passwordPolicy().minimumLength()).isEqualTo(8);
        assertThat(pool.policies().passwordPolicy().requireSymbols()).isTrue();
        assertThat(pool.policies().passwordPolicy().temporaryPasswordValidityDays())
                .isEqualTo(7);
        assertThat(pool.adminCreateUserConfig().unusedAccountValidityDays()).isEqualTo(7);
        assertThat(pool.adminCreateUserConfig().allowAdminCreateUserOnly()).isFalse();
        assertThat(pool.emailConfiguration().emailSendingAccount()).isEqualTo(EmailSendingAccountType.COGNITO_DEFAULT);
        assertThat(pool.verificationMessageTemplate().defaultEmailOption())
                .isEqualTo(DefaultEmailOptionType.CONFIRM_WITH_CODE);
        assertThat(pool.deletionProtection()).isEqualTo(DeletionProtectionType.INACTIVE);
        assertThat(pool.userPoolTier()).isEqualTo(UserPoolTierType.ESSENTIALS);
        assertThat(pool.accountRecoverySetting().recoveryMechanisms()).isNotEmpty();
        assertThat(pool.hasAutoVerifiedAttributes()).isFalse();
        assertThat(pool.schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("sub", "email", "address");
        assertThat(pool.estimatedNumberOfUsers()).isZero();
        assertThat(pool.creationDate()).isNotNull().isEqualTo(pool.lastModifiedDate());
    }

    @Test
    void namesAreNotUnique() {
        String first = fixture.poolNamed("EPCC");

        String second = fixture.poolNamed("EPCC");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aPoolIsInvisibleToAnotherRegion() {
        String id = fixture.poolNamed("EPCC");

        assertThatThrownBy(() -> fixture.cognito(StandInFixture.HUB, Region.US_EAST_1)
                        .describeUserPool(pool -> pool.userPoolId(id)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("User pool " + id + " does not exist.");
    }

    @Test
    void aPoolIsInvisibleToAnotherAccount() {
        fixture.poolNamed("EPCC");

        var pools = fixture.cognito(StandInFixture.OTHER_ACCOUNT, Region.EU_WEST_1)
                .listUserPools(list -> list.maxResults(60))
                .userPools();

        assertThat(pools).isEmpty();
    }

    @Test
    void legacyMessagesAreCopiedToTheTemplateAndBack() {
        UserPoolType pool = fixture.cognito()
                .createUserPool(request -> request.poolName("EPCC")
                        .emailVerificationSubject("Your code")
                        .verificationMessageTemplate(template -> template.emailMessage("Code {####}")))
                .userPool();

        assertThat(pool.verificationMessageTemplate().emailSubject()).isEqualTo("Your code");
        assertThat(pool.emailVerificationMessage()).isEqualTo("Code {####}");
    }

    @Test
    void aliasAndUsernameAttributesExcludeEachOther() {
        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPool(request -> request.poolName("EPCC")
                                .aliasAttributes(AliasAttributeType.EMAIL)
                                .usernameAttributes(UsernameAttributeType.EMAIL)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Only one of the aliasAttributes or usernameAttributes can be set");
    }

    @Test
    void mfaOnANewPoolNeedsSms() {
        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPool(request -> request.poolName("EPCC").mfaConfiguration(UserPoolMfaType.OPTIONAL)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("SMS configuration and Auto verification for phone_number are required");
    }

    @Test
    void customAttributesComeBackPrefixedAndCannotBeAddedTwice() {
        String id = fixture.poolNamed("EPCC");
        fixture.cognito()
                .addCustomAttributes(add -> add.userPoolId(id)
                        .customAttributes(
                                attribute -> attribute.name("tier").attributeDataType(AttributeDataType.STRING)));

        assertThatThrownBy(() -> fixture.cognito()
                        .addCustomAttributes(
                                add -> add.userPoolId(id).customAttributes(attribute -> attribute.name("tier"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("custom:tier: Existing attribute already has name custom:tier.");
        assertThat(fixture.cognito()
                        .describeUserPool(pool -> pool.userPoolId(id))
                        .userPool()
                        .schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("custom:tier");
    }

    @Test
    void deletionProtectionHoldsUntilItIsTurnedOff() {
        String id = fixture.cognito()
                .createUserPool(pool -> pool.poolName("EPCC").deletionProtection(DeletionProtectionType.ACTIVE))
                .userPool()
                .id();

        assertThatThrownBy(() -> fixture.cognito().deleteUserPool(pool -> pool.userPoolId(id)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("cannot be deleted because deletion protection is activated."
                        + " Deletion protection must be inactivated first.");
    }

    @Test
    void aDeletedPoolIsGone() {
        String id = fixture.poolNamed("EPCC");
        fixture.cognito().deleteUserPool(pool -> pool.userPoolId(id));

        assertThatThrownBy(() -> fixture.cognito().deleteUserPool(pool -> pool.userPoolId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void verificationBeforeUpdateNeedsAutoVerification() {
        assertThatThrownBy(() -> fixture.cognito()
                        .createUserPool(pool -> pool.poolName("EPCC")
                                .userAttributeUpdateSettings(
                                        settings -> settings.attributesRequireVerificationBeforeUpdate(
                                                VerifiedAttributeType.EMAIL))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("All attributes in AttributesRequireVerificationBeforeUpdate must exist in"
                        + " AutoVerifiedAttributes");
    }

    @Test
    void tagsAreAddedOverwrittenAndRemoved() {
        UserPoolType pool = fixture.cognito()
                .createUserPool(request -> request.poolName("EPCC").userPoolTags(Map.of("owner", "hub", "old", "1")))
                .userPool();
        fixture.cognito().tagResource(tag -> tag.resourceArn(pool.arn()).tags(Map.of("owner", "ops", "new", "2")));
        fixture.cognito().untagResource(tag -> tag.resourceArn(pool.arn()).tagKeys("old"));

        var tags = fixture.cognito()
                .listTagsForResource(tag -> tag.resourceArn(pool.arn()))
                .tags();

        assertThat(tags).containsOnly(Map.entry("owner", "ops"), Map.entry("new", "2"));
    }

    @Test
    void reservedTagsAreRefused() {
        String arn = fixture.cognito()
                .createUserPool(pool -> pool.poolName("EPCC"))
                .userPool()
                .arn();

        assertThatThrownBy(() -> fixture.cognito()
                        .tagResource(tag -> tag.resourceArn(arn).tags(Map.of("aws:owner", "hub"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("aws:");
    }
}
