package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

class MfaConfigTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/sms-sender";

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void oneTimePasswordsCanBeTurnedOnAndAreShownOnThePool() {
        String id = fixture.poolNamed("EPCC");

        set(
                id,
                mfa -> mfa.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .softwareTokenMfaConfiguration(token -> token.enabled(true)));

        var config = fixture.cognito().getUserPoolMfaConfig(mfa -> mfa.userPoolId(id));
        assertThat(config.mfaConfiguration()).isEqualTo(UserPoolMfaType.OPTIONAL);
        assertThat(config.softwareTokenMfaConfiguration().enabled()).isTrue();
        assertThat(fixture.cognito()
                        .describeUserPool(pool -> pool.userPoolId(id))
                        .userPool()
                        .mfaConfiguration())
                .isEqualTo(UserPoolMfaType.OPTIONAL);
    }

    @Test
    void aSetReplacesEverything() {
        String id = fixture.poolNamed("EPCC");
        set(
                id,
                mfa -> mfa.mfaConfiguration(UserPoolMfaType.ON)
                        .softwareTokenMfaConfiguration(token -> token.enabled(true)));

        set(id, mfa -> {});

        var config = fixture.cognito().getUserPoolMfaConfig(mfa -> mfa.userPoolId(id));
        assertThat(config.mfaConfiguration()).isEqualTo(UserPoolMfaType.OFF);
        assertThat(config.softwareTokenMfaConfiguration()).isNull();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "OFF with a factor",
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.OFF)
                                .softwareTokenMfaConfiguration(token -> token.enabled(false)),
                        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."),
                refusal(
                        "OPTIONAL without a factor",
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.OPTIONAL),
                        "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled."),
                refusal(
                        "ON with every factor disabled",
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.ON)
                                .softwareTokenMfaConfiguration(token -> token.enabled(false)),
                        "can't disable all MFAs with a required or optional configuration."),
                refusal(
                        "e-mail factor with Cognito's own mail",
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.ON)
                                .emailMfaConfiguration(email -> email.message("Code {####}")),
                        "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an"
                                + " EmailSendingAccount of COGNITO_DEFAULT"),
                refusal(
                        "SMS without a configuration",
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.ON)
                                .smsMfaConfiguration(sms -> sms.smsAuthenticationMessage("Code {####}")),
                        "SMS configuration and Auto verification for phone_number are required"));
    }

    private static Arguments refusal(
            String name, Consumer<SetUserPoolMfaConfigRequest.Builder> request, String message) {
        return Arguments.of(name, request, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String name, Consumer<SetUserPoolMfaConfigRequest.Builder> request, String message) {
        String id = fixture.poolNamed("EPCC");

        assertThatThrownBy(() -> set(id, request))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }

    @Test
    void smsCannotBeTurnedOffOnceItIsConfigured() {
        String id = fixture.poolNamed("EPCC");
        set(
                id,
                mfa -> mfa.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .smsMfaConfiguration(
                                sms -> sms.smsConfiguration(configuration -> configuration.snsCallerArn(ROLE))));

        assertThatThrownBy(() -> set(
                        id,
                        mfa -> mfa.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                                .softwareTokenMfaConfiguration(token -> token.enabled(true))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Can't turn off SMS_MFA when SMS configuration is set for the user pool");
    }

    private void set(String poolId, Consumer<SetUserPoolMfaConfigRequest.Builder> members) {
        fixture.cognito().setUserPoolMfaConfig(mfa -> mfa.userPoolId(poolId).applyMutation(members));
    }
}
