package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** What UpdateUserPool resets and what it keeps when a member is left out. */
class UserPoolUpdateTest {
    private static final String LAMBDA = "arn:aws:lambda:eu-west-1:111122223333:function:before-sign-up";
    private static final String ROLE = "arn:aws:iam::111122223333:role/sms-sender";

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    static Stream<Arguments> resetMembers() {
        return Stream.of(
                reset("AutoVerifiedAttributes", pool -> pool.autoVerifiedAttributesAsStrings()),
                reset("LambdaConfig", pool -> pool.lambdaConfig().preSignUp()),
                reset("UserPoolAddOns", UserPoolType::userPoolAddOns),
                reset("UserPoolTags", UserPoolType::userPoolTags),
                reset("UserPoolTier", UserPoolType::userPoolTierAsString),
                reset("DeletionProtection", UserPoolType::deletionProtectionAsString),
                reset("DeviceConfiguration", UserPoolType::deviceConfiguration),
                reset("EmailConfiguration", UserPoolType::emailConfiguration),
                reset("AdminCreateUserConfig", UserPoolType::adminCreateUserConfig),
                reset("AccountRecoverySetting", UserPoolType::accountRecoverySetting),
                reset("VerificationMessageTemplate", UserPoolType::verificationMessageTemplate),
                reset("EmailVerificationSubject", UserPoolType::emailVerificationSubject),
                reset("SmsAuthenticationMessage", UserPoolType::smsAuthenticationMessage));
    }

    private static Arguments reset(String member, Function<UserPoolType, Object> value) {
        return Arguments.of(member, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resetMembers")
    void anOmittedMemberGoesBackToItsDefault(String member, Function<UserPoolType, Object> value) {
        UserPoolType bare = describe(fixture.poolNamed("bare"));
        UserPoolType rich = fixture.cognito().createUserPool(rich()).userPool();
        assertThat(value.apply(rich)).as("the test sets " + member).isNotEqualTo(value.apply(bare));

        fixture.cognito().updateUserPool(update -> update.userPoolId(rich.id()));

        assertThat(value.apply(describe(rich.id()))).isEqualTo(value.apply(bare));
    }

    static Stream<Arguments> keptMembers() {
        return Stream.of(
                reset("Name", UserPoolType::name),
                reset("Policies", UserPoolType::policies),
                reset("SmsConfiguration", UserPoolType::smsConfiguration),
                reset("MfaConfiguration", UserPoolType::mfaConfiguration),
                reset("SchemaAttributes", UserPoolType::schemaAttributes));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keptMembers")
    void anOmittedMemberIsKept(String member, Function<UserPoolType, Object> value) {
        UserPoolType bare = describe(fixture.poolNamed("bare"));
        UserPoolType rich = fixture.cognito()
                .createUserPool(rich().toBuilder()
                        .mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .schema(attribute -> attribute.name("tier"))
                        .build())
                .userPool();
        assertThat(value.apply(rich)).as("the test sets " + member).isNotEqualTo(value.apply(bare));

        fixture.cognito().updateUserPool(update -> update.userPoolId(rich.id()));

        assertThat(value.apply(describe(rich.id()))).isEqualTo(value.apply(rich));
    }

    @Test
    void aKeptVerificationSettingRefusesAnUpdateThatResetsAutoVerification() {
        String id = fixture.cognito()
                .createUserPool(pool -> pool.poolName("EPCC")
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .userAttributeUpdateSettings(settings ->
                                settings.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)))
                .userPool()
                .id();

        assertThatThrownBy(() -> fixture.cognito()
                        .updateUserPool(
                                update -> update.userPoolId(id).deletionProtection(DeletionProtectionType.INACTIVE)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("All attributes in AttributesRequireVerificationBeforeUpdate must exist");
    }

    @Test
    void unusedAccountDaysAreRefusedNextToTemporaryPasswordDays() {
        UserPoolType pool = describe(fixture.poolNamed("EPCC"));

        assertThatThrownBy(() -> fixture.cognito()
                        .updateUserPool(update -> update.userPoolId(pool.id())
                                .policies(pool.policies())
                                .adminCreateUserConfig(pool.adminCreateUserConfig())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Please use TemporaryPasswordValidityDays in PasswordPolicy instead of"
                        + " UnusedAccountValidityDays");
    }

    @Test
    void mfaCannotBeTurnedOn() {
        String id = fixture.poolNamed("EPCC");

        assertThatThrownBy(() -> fixture.cognito()
                        .updateUserPool(update -> update.userPoolId(id).mfaConfiguration(UserPoolMfaType.ON)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Cannot turn MFA functionality ON, once the user pool has been created.");
    }

    @Test
    void aPoolCanBeRenamed() {
        UserPoolType before = describe(fixture.poolNamed("EPCC"));

        fixture.cognito()
                .updateUserPool(update -> update.userPoolId(before.id()).poolName("Elastic Path"));

        UserPoolType after = describe(before.id());
        assertThat(after.name()).isEqualTo("Elastic Path");
        assertThat(after.arn()).isEqualTo(before.arn());
        assertThat(after.creationDate()).isEqualTo(before.creationDate());
    }

    @Test
    void theReplyIsEmpty() {
        String id = fixture.poolNamed("EPCC");

        var response = fixture.signed("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
    }

    private static CreateUserPoolRequest rich() {
        return CreateUserPoolRequest.builder()
                .poolName("EPCC")
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL, VerifiedAttributeType.PHONE_NUMBER)
                .lambdaConfig(lambda -> lambda.preSignUp(LAMBDA))
                .userPoolAddOns(addOns -> addOns.advancedSecurityMode("AUDIT"))
                .userPoolTags(Map.of("owner", "hub"))
                .userPoolTier(UserPoolTierType.PLUS)
                .deletionProtection(DeletionProtectionType.ACTIVE)
                .deviceConfiguration(device -> device.challengeRequiredOnNewDevice(true))
                .emailConfiguration(email -> email.replyToEmailAddress("shop@example.com"))
                .adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true))
                .accountRecoverySetting(setting -> setting.recoveryMechanisms(
                        mechanism -> mechanism.name("admin_only").priority(1)))
                .emailVerificationSubject("Your code")
                .smsAuthenticationMessage("Code {####}")
                .smsConfiguration(sms -> sms.snsCallerArn(ROLE).externalId("hub"))
                .policies(policies -> policies.passwordPolicy(
                        password -> password.minimumLength(14).temporaryPasswordValidityDays(7)))
                .build();
    }

    private UserPoolType describe(String id) {
        return fixture.cognito().describeUserPool(pool -> pool.userPoolId(id)).userPool();
    }
}
