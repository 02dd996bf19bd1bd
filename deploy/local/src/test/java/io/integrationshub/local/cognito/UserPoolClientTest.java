package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

class UserPoolClientTest {
    private static final String CALLBACK = "https://shop.example.com/callback";

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    private String poolId;

    @BeforeEach
    void aPool() {
        poolId = fixture.poolNamed("EPCC");
    }

    @Test
    void aSecretExistsOnlyWhenAskedForAndIsReturnedByDescribe() {
        UserPoolClientType with = create(client -> client.generateSecret(true));
        UserPoolClientType without = create(client -> {});

        UserPoolClientType described = describe(with.clientId());

        assertThat(with.clientSecret()).hasSizeGreaterThan(40).isEqualTo(described.clientSecret());
        assertThat(without.clientSecret()).isNull();
    }

    @Test
    void aBareClientHasTheDefaultsOfCognito() {
        UserPoolClientType client = create(request -> {});

        assertThat(client.refreshTokenValidity()).isEqualTo(30);
        assertThat(client.allowedOAuthFlowsUserPoolClient()).isFalse();
        assertThat(client.enableTokenRevocation()).isTrue();
        assertThat(client.authSessionValidity()).isEqualTo(3);
    }

    @Test
    void setsComeBackSortedAndWithoutDuplicates() {
        UserPoolClientType client = create(request ->
                request.callbackURLs("https://b.example.com/", "https://a.example.com/", "https://b.example.com/"));

        assertThat(client.callbackURLs()).containsExactly("https://a.example.com/", "https://b.example.com/");
    }

    @Test
    void anUpdateResetsWhatItLeavesOutAndKeepsNameAndSecret() {
        UserPoolClientType before = create(client -> signIn(client)
                .generateSecret(true)
                .enableTokenRevocation(false)
                .refreshTokenValidity(5)
                .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH));

        UserPoolClientType after = fixture.cognito()
                .updateUserPoolClient(update -> update.userPoolId(poolId).clientId(before.clientId()))
                .userPoolClient();

        assertThat(after.clientName()).isEqualTo(before.clientName());
        assertThat(after.clientSecret()).isEqualTo(before.clientSecret());
        assertThat(after.creationDate()).isEqualTo(before.creationDate());
        assertThat(after.hasCallbackURLs()).isFalse();
        assertThat(after.hasAllowedOAuthFlows()).isFalse();
        assertThat(after.hasAllowedOAuthScopes()).isFalse();
        assertThat(after.hasSupportedIdentityProviders()).isFalse();
        assertThat(after.hasExplicitAuthFlows()).isFalse();
        assertThat(after.allowedOAuthFlowsUserPoolClient()).isFalse();
        assertThat(after.enableTokenRevocation()).isTrue();
        assertThat(after.refreshTokenValidity()).isEqualTo(30);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "code flow without a callback",
                        client -> signIn(client).callbackURLs(new String[0]),
                        "InvalidOAuthFlowException",
                        "CallbackUrls can not be empty when code flow or implicit flow is selected"),
                refusal(
                        "OAuth without flows",
                        client -> client.allowedOAuthFlowsUserPoolClient(true),
                        "InvalidOAuthFlowException",
                        "AllowedOAuthFlows and AllowedOAuthScopes are required"),
                refusal(
                        "client_credentials with code",
                        client ->
                                signIn(client).allowedOAuthFlows(OAuthFlowType.CODE, OAuthFlowType.CLIENT_CREDENTIALS),
                        "InvalidOAuthFlowException",
                        "client_credentials flow can not be selected along with code flow or implicit flow."),
                refusal(
                        "client_credentials without a secret",
                        client -> client.allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS),
                        "InvalidOAuthFlowException",
                        "does not have a client secret"),
                refusal(
                        "unknown scope",
                        client -> signIn(client).allowedOAuthScopes("openid", "Cognito"),
                        "ScopeDoesNotExistException",
                        "Invalid scope requested: Cognito"),
                refusal(
                        "email without openid",
                        client -> signIn(client).allowedOAuthScopes("email"),
                        "InvalidParameterException",
                        "openid"),
                refusal(
                        "http callback",
                        client -> client.callbackURLs("http://shop.example.com/callback"),
                        "InvalidParameterException",
                        "http://shop.example.com/callback cannot use the HTTP protocol."),
                refusal(
                        "callback with a fragment",
                        client -> client.callbackURLs(CALLBACK + "#top"),
                        "InvalidParameterException",
                        "must not contain a fragment"),
                refusal(
                        "relative callback",
                        client -> client.callbackURLs("/callback"),
                        "InvalidParameterException",
                        "must be an absolute URI"),
                refusal(
                        "default redirect outside the callbacks",
                        client -> client.callbackURLs(CALLBACK).defaultRedirectURI("https://elsewhere.example.com/"),
                        "InvalidParameterException",
                        "DefaultRedirectURI must be in the list of CallbackURLs."),
                refusal(
                        "unknown identity provider",
                        client -> client.supportedIdentityProviders("Google"),
                        "InvalidParameterException",
                        "The provider Google does not exist for User Pool "),
                refusal(
                        "legacy and current auth flows",
                        client -> client.explicitAuthFlows(
                                ExplicitAuthFlowsType.ADMIN_NO_SRP_AUTH, ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH),
                        "InvalidParameterException",
                        "ExplicitAuthFlows cannot mix legacy values"),
                refusal(
                        "unknown read attribute",
                        client -> client.readAttributes("email", "shoe_size"),
                        "InvalidParameterException",
                        "Invalid read attributes specified while creating a client"),
                refusal(
                        "write attribute that is read only",
                        client -> client.writeAttributes("sub"),
                        "InvalidParameterException",
                        "Invalid write attributes specified while creating a client"),
                refusal(
                        "access token longer than a day",
                        client -> client.accessTokenValidity(25),
                        "InvalidParameterException",
                        "Invalid range for token validity."),
                refusal(
                        "id token shorter than five minutes",
                        client -> client.idTokenValidity(299)
                                .tokenValidityUnits(units -> units.idToken(TimeUnitsType.SECONDS)),
                        "InvalidParameterException",
                        "Invalid range for token validity."),
                refusal(
                        "refresh token longer than ten years",
                        client -> client.refreshTokenValidity(3_651),
                        "InvalidParameterException",
                        "Invalid range for token validity."),
                refusal(
                        "user context data without a secret",
                        client -> client.enablePropagateAdditionalUserContextData(true),
                        "InvalidParameterException",
                        "only for a client with a secret"),
                refusal(
                        "own secret next to a generated one",
                        client -> client.generateSecret(true).clientSecret("abcdefghijklmnopqrstuvwxyz"),
                        "InvalidParameterException",
                        "ClientSecret cannot be given when GenerateSecret is true."));
    }

    private static Arguments refusal(
            String name, Consumer<CreateUserPoolClientRequest.Builder> request, String error, String message) {
        return Arguments.of(name, request, error, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String name, Consumer<CreateUserPoolClientRequest.Builder> request, String error, String message) {
        assertThatThrownBy(() -> create(request))
                .isInstanceOfSatisfying(
                        CognitoIdentityProviderException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo(error))
                .hasMessageContaining(message);
        assertThat(fixture.cognito()
                        .listUserPoolClients(list -> list.userPoolId(poolId))
                        .userPoolClients())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:3000/cb", "http://127.0.0.1/cb", "http://[::1]:8080/cb", "shop://signed-in"})
    void callbacksToThisMachineAndToAppsAreAccepted(String callback) {
        UserPoolClientType client = create(request -> request.callbackURLs(callback));

        assertThat(client.callbackURLs()).containsExactly(callback);
    }

    @Test
    void aDeletedClientIsGone() {
        String clientId = create(client -> {}).clientId();
        fixture.cognito()
                .deleteUserPoolClient(client -> client.userPoolId(poolId).clientId(clientId));

        assertThatThrownBy(() -> describe(clientId))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("User pool client " + clientId + " does not exist.");
    }

    private static CreateUserPoolClientRequest.Builder signIn(CreateUserPoolClientRequest.Builder client) {
        return client.allowedOAuthFlowsUserPoolClient(true)
                .allowedOAuthFlows(OAuthFlowType.CODE)
                .allowedOAuthScopes("openid", "email")
                .supportedIdentityProviders("COGNITO")
                .callbackURLs(CALLBACK);
    }

    private UserPoolClientType create(Consumer<CreateUserPoolClientRequest.Builder> members) {
        return fixture.cognito()
                .createUserPoolClient(
                        client -> client.userPoolId(poolId).clientName("EPCC").applyMutation(members))
                .userPoolClient();
    }

    private UserPoolClientType describe(String clientId) {
        return fixture.cognito()
                .describeUserPoolClient(client -> client.userPoolId(poolId).clientId(clientId))
                .userPoolClient();
    }
}
