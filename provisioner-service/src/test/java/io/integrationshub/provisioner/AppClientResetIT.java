package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The same as {@link UserPoolResetIT} for the app client: row by row, on one client. */
@OnRealInfra
class AppClientResetIT {
    private static final Admin ADMIN = new Admin();
    private static int refreshDays = 30;

    private interface Edit extends Consumer<UpdateUserPoolClientRequest.Builder> {}

    static Stream<Arguments> rows() {
        return Stream.of(
                row(
                        "AccessTokenValidity",
                        update -> update.accessTokenValidity(10)
                                .tokenValidityUnits(units -> units.accessToken("minutes"))),
                row(
                        "IdTokenValidity",
                        update -> update.idTokenValidity(20)
                                .tokenValidityUnits(
                                        units -> units.accessToken("minutes").idToken("minutes"))),
                row("ReadAttributes", update -> update.readAttributes("email", "name")),
                row("WriteAttributes", update -> update.writeAttributes("email", "name")),
                row("ExplicitAuthFlows", update -> update.explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH")),
                row("LogoutURLs", update -> update.logoutURLs("https://b.example/out", "https://a.example/out")),
                row(
                        "CallbackURLs",
                        update -> update.callbackURLs(
                                and(update.build().callbackURLs(), "https://another-app.example/callback"))),
                row(
                        "DefaultRedirectURI",
                        update -> update.defaultRedirectURI(
                                update.build().callbackURLs().getFirst())),
                row("AllowedOAuthFlows", update -> update.allowedOAuthFlowsWithStrings("code", "implicit")),
                row(
                        "AllowedOAuthScopes",
                        update -> update.allowedOAuthScopes(and(update.build().allowedOAuthScopes(), "phone"))),
                row(
                        "AnalyticsConfiguration",
                        update -> update.analyticsConfiguration(
                                analytics -> analytics.applicationId("0123abcd").userDataShared(true))),
                row("PreventUserExistenceErrors", update -> update.preventUserExistenceErrors("ENABLED")),
                row("EnableTokenRevocation", update -> update.enableTokenRevocation(false)),
                row(
                        "EnablePropagateAdditionalUserContextData",
                        update -> update.enablePropagateAdditionalUserContextData(true)),
                row("AuthSessionValidity", update -> update.authSessionValidity(15)),
                row(
                        "RefreshTokenRotation",
                        update -> update.refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(30))));
    }

    private static Arguments row(String member, Edit edit) {
        return Arguments.of(member, edit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatTheConsoleSetSurvivesTheHubsUpdateOfAnotherMember(String member, Edit edit) {
        UserPoolClientType before = client();

        Console.editClient(before, edit);

        UserPoolClientType edited = client();
        assertThat(comparable(edited)).as("the edit changes something").isNotEqualTo(comparable(before));
        long since = Aws.now();
        refreshDays++;
        ADMIN.templates(refreshing(refreshDays)).deploy();
        UserPoolClientType after = client();
        assertThat(Aws.writesSince(since)).containsExactly("UpdateUserPoolClient");
        assertThat(after.refreshTokenValidity()).isEqualTo(refreshDays);
        assertThat(after.clientSecret()).isEqualTo(edited.clientSecret());
        assertThat(comparable(after)).isEqualTo(comparable(edited));
    }

    /** In the sequence and with the defaults that Cognito does not show. */
    @Test
    void whatSaysTheSameInOtherWordsIsNoUpdate() {
        Admin other = new Admin();
        other.deploy();
        UserPoolType pool = Aws.poolOf(other.integration);
        long since = Aws.now();

        other.templates(new Templates(null, """
                        {"UserPoolId": "{{userPoolId}}", "DeletionProtection": "INACTIVE", "UserPoolTier": "ESSENTIALS",
                         "MfaConfiguration": "OFF", "LambdaConfig": {}, "AutoVerifiedAttributes": [],
                         "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"},
                         "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_CODE"},
                         "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]},
                            "PasswordPolicy": {"MinimumLength": 8, "PasswordHistorySize": 0}},
                         "AccountRecoverySetting": {"RecoveryMechanisms": [
                            {"Name": "verified_phone_number", "Priority": 2}, {"Name": "verified_email", "Priority": 1}]}}
                        """, null, """
                        {"UserPoolId": "{{userPoolId}}", "RefreshTokenValidity": 0, "AuthSessionValidity": 3,
                         "TokenValidityUnits": {"AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days"},
                         "PreventUserExistenceErrors": "LEGACY", "LogoutURLs": [],
                         "AllowedOAuthScopes": ["profile", "email", "openid"],
                         "CallbackURLs": [{% for url in callbackUrl reversed %}{% unless forloop.first %},{% endunless %}"{{url}}"{% endfor %}]}
                        """)).deploy();

        assertThat(Aws.writesSince(since)).isEmpty();
        assertThat(Aws.poolOf(other.integration)).isEqualTo(pool);
    }

    /** Without what the hub was told to change, and the time. */
    private static UserPoolClientType comparable(UserPoolClientType client) {
        return client.toBuilder()
                .lastModifiedDate(Instant.EPOCH)
                .refreshTokenValidity(null)
                .build();
    }

    private static UserPoolClientType client() {
        List<UserPoolType> pools = Aws.poolsOf(ADMIN.integration);
        if (pools.isEmpty()) {
            ADMIN.deploy();
        }
        return Aws.clientsOf(Aws.poolOf(ADMIN.integration).id()).getFirst();
    }

    private static List<String> and(List<String> values, String another) {
        List<String> more = new ArrayList<>(values);
        more.add(another);
        return more;
    }

    private static Templates refreshing(int days) {
        return new Templates(null, null, null, """
                {"UserPoolId": "{{userPoolId}}", "RefreshTokenValidity": %d, "CallbackURLs": [
                  {%% for url in callbackUrl %%}{%% unless forloop.first %%},{%% endunless %%}"{{url}}"{%% endfor %%}]}
                """.formatted(days));
    }
}
