package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Templates;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What is done only because the admin asked for it: adoption, another domain, a second factor, another look. */
@OnRealInfra
class ConsentIT {
    private static final String LOGO = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});

    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void adoptsAPoolByItsIdAndKeepsWhatItHas() {
        String theirs = pool(Map.of("cost", "42"));

        SignInReady ready = admin.adopting(theirs).deploy();

        assertThat(ready.userPool().id()).isEqualTo(theirs);
        UserPoolType adopted = Aws.poolOf(admin.integration);
        assertThat(adopted.userPoolTags()).containsEntry("cost", "42");
        assertThat(adopted.policies().passwordPolicy().minimumLength()).isEqualTo(20);
        long before = Aws.now();
        assertThat(admin.deploy().writes()).isZero();
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void aPoolOfAnotherIntegrationIsNotAdopted() {
        Admin other = new Admin();
        String theirs = other.deploy().userPool().id();
        long before = Aws.now();

        ProvisioningFailed failed = admin.await(admin.adopting(theirs).configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("POOL_OF_ANOTHER_INTEGRATION");
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void aPoolIsNotExchangedForAnother() {
        admin.deploy();
        String theirs = pool(Map.of());

        ProvisioningFailed failed = admin.await(admin.adopting(theirs).configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("POOL_ALREADY_HELD");
    }

    @Test
    void aPoolThatThereIsNoneOfIsNotAdopted() {
        ProvisioningFailed failed =
                admin.await(admin.adopting("eu-west-1_NoSuch123").configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("EXISTING_POOL_MISSING");
        assertThat(Aws.poolsOf(admin.integration)).isEmpty();
    }

    @Test
    void movesTheDomainWithConsent() {
        String pool = admin.deploy().userPool().id();
        long before = Aws.now();

        SignInReady ready =
                admin.domain(admin.prefix + "-2").replacingTheDomain().deploy();

        assertThat(ready.userPool().id()).isEqualTo(pool);
        assertThat(Aws.poolOf(admin.integration).domain()).isEqualTo(admin.prefix + "-2");
        assertThat(Aws.writesSince(before)).startsWith("DeleteUserPoolDomain", "CreateUserPoolDomain");
    }

    @Test
    void theFormerDomainComesBackWhenAnotherAccountHasTheNewOne() {
        admin.deploy();
        String wanted = admin.prefix + "-2";
        try (CognitoIdentityProviderClient stranger = Aws.console(Aws.OTHER_KEY, Aws.OTHER_SECRET)) {
            String theirs = stranger.createUserPool(request -> request.poolName("Theirs"))
                    .userPool()
                    .id();
            stranger.createUserPoolDomain(
                    request -> request.domain(wanted).userPoolId(theirs).managedLoginVersion(1));
        }

        ProvisioningFailed failed =
                admin.await(admin.domain(wanted).replacingTheDomain().configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("DOMAIN_TAKEN");
        assertThat(Aws.poolOf(admin.integration).domain()).isEqualTo(admin.prefix);
    }

    @Test
    void turnsTheSecondFactorOnAndOffAndThenWritesNothing() {
        String pool = admin.mfa(Mfa.OPTIONAL).deploy().userPool().id();
        assertThat(mfaOf(pool).mfaConfigurationAsString()).isEqualTo("OPTIONAL");
        assertThat(mfaOf(pool).softwareTokenMfaConfiguration().enabled()).isTrue();
        assertThat(admin.deploy().writes()).isZero();

        assertThat(admin.mfa(Mfa.OFF).deploy().writes()).isEqualTo(1);

        assertThat(mfaOf(pool).mfaConfigurationAsString()).isEqualTo("OFF");
        assertThat(admin.deploy().writes()).isZero();
    }

    @Test
    void theSecondFactorOfATemplateTakesTheWayThatCognitoAllows() {
        admin.templates(new Templates(
                "{\"PoolName\":\"{{poolName}}\",\"MfaConfiguration\":\"ON\"}",
                "{\"UserPoolId\":\"{{userPoolId}}\",\"MfaConfiguration\":\"ON\"}",
                null,
                null));

        String pool = admin.deploy().userPool().id();

        assertThat(mfaOf(pool).mfaConfigurationAsString()).isEqualTo("ON");
        assertThat(admin.deploy().writes()).isZero();
    }

    @Test
    void configurationAndTemplateMustNotContradictEachOther() {
        admin.mfa(Mfa.OFF)
                .templates(new Templates(
                        null, "{\"UserPoolId\":\"{{userPoolId}}\",\"MfaConfiguration\":\"ON\"}", null, null));

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.step()).isEqualTo("Create User Pool");
        assertThat(failed.failure().code()).isEqualTo("MFA_CONTRADICTION");
        assertThat(Aws.poolsOf(admin.integration)).isEmpty();
    }

    @Test
    void givesTheSignInPageItsLookOnce() {
        HostedUi look = new HostedUi(".banner-customizable { background-color: teal; }", LOGO);

        SignInReady ready = admin.hostedUi(look).deploy();

        try (CognitoIdentityProviderClient console = Aws.console()) {
            var shown = console.getUICustomization(
                            request -> request.userPoolId(ready.userPool().id())
                                    .clientId(ready.userPool().clientId()))
                    .uiCustomization();
            assertThat(shown.css()).isEqualTo(look.css());
            assertThat(shown.imageUrl()).isNotBlank();
        }
        assertThat(admin.deploy().writes()).isZero();
        assertThat(admin.hostedUi(new HostedUi(look.css(), null)).deploy().writes())
                .isEqualTo(1);
    }

    @Test
    void aRefusedStyleIsNamed() {
        ProvisioningFailed failed = admin.await(
                admin.hostedUi(new HostedUi(".mine { color: red; }", null)).configure(), ProvisioningFailed.class);

        assertThat(failed.step()).isEqualTo("Sign-in Page");
        assertThat(failed.failure().code()).isEqualTo("CSS_REFUSED");
    }

    private static GetUserPoolMfaConfigResponse mfaOf(String pool) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            return console.getUserPoolMfaConfig(request -> request.userPoolId(pool));
        }
    }

    private static String pool(Map<String, String> tags) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            return console.createUserPool(request -> request.poolName("Before the hub")
                            .userPoolTags(tags)
                            .policies(policies -> policies.passwordPolicy(password -> password.minimumLength(20))))
                    .userPool()
                    .id();
        }
    }
}
