package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.Templates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerificationMessageTemplateType;

/**
 * Cognito sets back whatever an update leaves out. Each row is set in the AWS console; then the hub updates another member of the
 * same pool, and the pool must be exactly as the console left it, that member apart. One pool for all rows, so what earlier rows set
 * must survive as well. The stand-in resets wherever evidence of the real service is contested.
 */
@OnRealInfra
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UserPoolResetIT {
    private static final String LAMBDA = "arn:aws:lambda:eu-west-1:111122223333:function:";
    private static final String ROLE = "arn:aws:iam::111122223333:role/sms";
    private static final Admin ADMIN = new Admin();
    private static int passwordLength = 9;

    private interface Edit extends Consumer<UpdateUserPoolRequest.Builder> {}

    static Stream<Arguments> rows() {
        return Stream.of(
                row(
                        "Policies.PasswordPolicy",
                        update -> update.policies(policies -> policies.passwordPolicy(policy ->
                                policy.minimumLength(9).requireNumbers(true).temporaryPasswordValidityDays(30)))),
                row(
                        "Policies.SignInPolicy",
                        update -> update.policies(update.build().policies().toBuilder()
                                .signInPolicy(
                                        policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "WEB_AUTHN"))
                                .build())),
                row("DeletionProtection", update -> update.deletionProtection("ACTIVE")),
                row("UserPoolTier", update -> update.userPoolTier("PLUS")),
                row(
                        "LambdaConfig",
                        update -> update.lambdaConfig(lambda -> lambda.postConfirmation(LAMBDA + "greet")
                                .preTokenGeneration(LAMBDA + "claims")
                                .preTokenGenerationConfig(
                                        config -> config.lambdaVersion("V2_0").lambdaArn(LAMBDA + "claims")))),
                row("AutoVerifiedAttributes", update -> update.autoVerifiedAttributesWithStrings("email")),
                row(
                        "UserAttributeUpdateSettings",
                        update -> update.userAttributeUpdateSettings(
                                settings -> settings.attributesRequireVerificationBeforeUpdateWithStrings("email"))),
                row(
                        "VerificationMessageTemplate",
                        update -> update.verificationMessageTemplate(
                                template -> template.defaultEmailOption("CONFIRM_WITH_LINK")
                                        .emailMessageByLink("Click {##here##}")
                                        .emailSubjectByLink("Welcome")
                                        .emailMessage("Your code is {####}")
                                        .emailSubject("Your code")
                                        .smsMessage("Code {####}"))),
                row("SmsAuthenticationMessage", update -> update.smsAuthenticationMessage("Sign in with {####}")),
                row(
                        "DeviceConfiguration",
                        update -> update.deviceConfiguration(device -> device.challengeRequiredOnNewDevice(true))),
                row(
                        "EmailConfiguration",
                        update -> update.emailConfiguration(mail -> mail.emailSendingAccount("DEVELOPER")
                                .sourceArn("arn:aws:ses:eu-west-1:111122223333:identity/shop.example.com")
                                .from("Shop <no-reply@shop.example.com>")
                                .replyToEmailAddress("help@shop.example.com")
                                .configurationSet("shop"))),
                row(
                        "SmsConfiguration",
                        update -> update.smsConfiguration(
                                sms -> sms.snsCallerArn(ROLE).externalId("hub").snsRegion("eu-west-1"))),
                row(
                        "UserPoolTags",
                        update -> update.userPoolTags(with(update.build().userPoolTags(), "cost", "shop"))),
                row(
                        "AdminCreateUserConfig",
                        update -> update.adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true)
                                .inviteMessageTemplate(invite -> invite.emailSubject("You are invited")
                                        .emailMessage("{username}, your password is {####}")
                                        .smsMessage("{username} {####}")))),
                row(
                        "UserPoolAddOns",
                        update -> update.userPoolAddOns(addOns -> addOns.advancedSecurityMode("AUDIT")
                                .advancedSecurityAdditionalFlows(flows -> flows.customAuthMode("AUDIT")))),
                row(
                        "AccountRecoverySetting",
                        update -> update.accountRecoverySetting(recovery -> recovery.recoveryMechanisms(
                                only -> only.priority(1).name("admin_only")))),
                row(
                        "KeyConfiguration",
                        update -> update.keyConfiguration(key -> key.keyType("CUSTOMER_MANAGED_KEY")
                                .kmsKeyArn("arn:aws:kms:eu-west-1:111122223333:key/hub"))),
                row("IssuerConfiguration", update -> update.issuerConfiguration(issuer -> issuer.type("UPDATED"))));
    }

    private static Arguments row(String member, Edit edit) {
        return Arguments.of(member, edit);
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatTheConsoleSetSurvivesTheHubsUpdateOfAnotherMember(String member, Edit edit) {
        UserPoolType before = pool();

        Console.editPool(before, edit);

        UserPoolType edited = pool();
        assertThat(comparable(edited)).as("the edit changes something").isNotEqualTo(comparable(before));
        requireSurvives(edited);
    }

    @Order(2)
    @Test
    void theMessageMembersOfOldAreSentOnceAndStay() {
        Console.editPool(
                pool(),
                update -> update.verificationMessageTemplate((VerificationMessageTemplateType) null)
                        .emailVerificationMessage("Old style {####}")
                        .emailVerificationSubject("Old style")
                        .smsVerificationMessage("Old {####}"));

        requireSurvives(pool());
    }

    @Order(3)
    @Test
    void anotherAttributeAndASecondFactorSurvive() {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            String id = pool().id();
            console.addCustomAttributes(request -> request.userPoolId(id)
                    .customAttributes(attribute ->
                            attribute.name("tier").attributeDataType("String").mutable(true)));
            console.setUserPoolMfaConfig(request -> request.userPoolId(id)
                    .mfaConfiguration("OPTIONAL")
                    .softwareTokenMfaConfiguration(totp -> totp.enabled(true))
                    .smsMfaConfiguration(sms -> sms.smsConfiguration(pool().smsConfiguration())));
        }

        requireSurvives(pool());
        assertThat(pool().mfaConfigurationAsString()).isEqualTo("OPTIONAL");
    }

    /** One update is sent, and Describe shows what it showed before, the password length apart. */
    private static void requireSurvives(UserPoolType edited) {
        long since = Aws.now();
        passwordLength++;
        Execution execution = ADMIN.templates(passwords(passwordLength)).configure();
        ADMIN.await(execution, PoolReady.class);

        UserPoolType after = pool();
        assertThat(Aws.writesSince(since)).containsExactly("UpdateUserPool");
        assertThat(after.policies().passwordPolicy().minimumLength()).isEqualTo(passwordLength);
        assertThat(comparable(after)).isEqualTo(comparable(edited));
    }

    /** Without what the hub was told to change, and the time. */
    private static UserPoolType comparable(UserPoolType pool) {
        return pool.toBuilder()
                .lastModifiedDate(Instant.EPOCH)
                .policies(pool.policies().toBuilder()
                        .passwordPolicy(pool.policies().passwordPolicy().toBuilder()
                                .minimumLength(null)
                                .build())
                        .build())
                .build();
    }

    private static UserPoolType pool() {
        List<UserPoolType> pools = Aws.poolsOf(ADMIN.integration);
        if (pools.isEmpty()) {
            ADMIN.deploy();
        }
        return Aws.poolOf(ADMIN.integration);
    }

    private static Map<String, String> with(Map<String, String> tags, String key, String value) {
        Map<String, String> more = new HashMap<>(tags);
        more.put(key, value);
        return more;
    }

    private static Templates passwords(int length) {
        return new Templates(
                null,
                "{\"UserPoolId\": \"{{userPoolId}}\", \"Policies\": {\"PasswordPolicy\": {\"MinimumLength\": " + length
                        + "}}}",
                null,
                null);
    }
}
