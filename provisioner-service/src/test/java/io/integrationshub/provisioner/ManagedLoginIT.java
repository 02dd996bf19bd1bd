package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.SignInReady;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ManagedLoginBrandingType;

/** Managed login instead of the classic pages: version of the domain and style of the client go together. */
@OnRealInfra
class ManagedLoginIT {
    private static final HostedUi CLASSIC = new HostedUi(".banner-customizable { color: teal; }", null);
    private static final HostedUi MANAGED = new HostedUi(null, null, new ManagedLogin(null));
    private static final HostedUi STYLED = new HostedUi(
            null, null, new ManagedLogin(Map.of("categories", Map.of("global", Map.of("spacingDensity", "REGULAR")))));

    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void aNewDomainServesManagedLoginWithAStyleAndThenNothingIsWritten() {
        SignInReady ready = admin.hostedUi(MANAGED).deploy();

        assertThat(version()).isEqualTo(2);
        assertThat(style(ready).useCognitoProvidedValues()).isTrue();
        assertThat(admin.deploy().writes()).isZero();
    }

    @Test
    void aStyleIsAppliedOnceAndReplacedByAnother() {
        SignInReady ready = admin.hostedUi(STYLED).deploy();
        String id = style(ready).managedLoginBrandingId();
        assertThat(style(ready).settings().asMap()).containsKey("categories");
        assertThat(admin.deploy().writes()).isZero();

        assertThat(admin.hostedUi(MANAGED).deploy().writes()).isEqualTo(1);

        assertThat(style(ready).managedLoginBrandingId()).isEqualTo(id);
        assertThat(style(ready).useCognitoProvidedValues()).isTrue();
        assertThat(admin.deploy().writes()).isZero();
    }

    @Test
    void theDomainChangesOverOnlyWhenTheOtherPagesHaveTheirLook() {
        admin.hostedUi(CLASSIC).deploy();
        assertThat(version()).isEqualTo(1);
        long since = Aws.now();

        admin.hostedUi(MANAGED).deploy();

        assertThat(Aws.writesSince(since)).containsExactly("CreateManagedLoginBranding", "UpdateUserPoolDomain");
        assertThat(version()).isEqualTo(2);
        since = Aws.now();
        admin.hostedUi(CLASSIC).deploy();
        // The classic look was never taken away.
        assertThat(Aws.writesSince(since)).containsExactly("UpdateUserPoolDomain");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aLostReplyLeavesOneStyle() {
        Aws.misbehave("CreateManagedLoginBranding", "drop-reply", 1);

        SignInReady ready = admin.hostedUi(MANAGED).deploy();

        assertThat(style(ready).useCognitoProvidedValues()).isTrue();
        assertThat(admin.deploy().writes()).isZero();
    }

    @Test
    void aDomainThatIsReplacedServesTheSamePagesWhenNobodySpeaksOfThem() {
        byHand(admin.deploy());

        admin.domain(admin.prefix + "-2").replacingTheDomain().deploy();

        assertThat(version(admin.prefix + "-2")).isEqualTo(2);
    }

    @Test
    void pagesThatNobodySpeaksOfStayAsTheyAre() {
        byHand(admin.deploy());

        assertThat(admin.deploy().writes()).isZero();
        assertThat(version()).isEqualTo(2);
    }

    /** Somebody changes over to managed login in the AWS console. */
    private void byHand(SignInReady ready) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.createManagedLoginBranding(
                    style -> style.userPoolId(ready.userPool().id())
                            .clientId(ready.userPool().clientId())
                            .useCognitoProvidedValues(true));
            console.updateUserPoolDomain(domain -> domain.domain(admin.prefix)
                    .userPoolId(ready.userPool().id())
                    .managedLoginVersion(2));
        }
    }

    private int version() {
        return version(admin.prefix);
    }

    private static int version(String prefix) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            return console.describeUserPoolDomain(request -> request.domain(prefix))
                    .domainDescription()
                    .managedLoginVersion();
        }
    }

    private static ManagedLoginBrandingType style(SignInReady ready) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            return console.describeManagedLoginBrandingByClient(
                            request -> request.userPoolId(ready.userPool().id())
                                    .clientId(ready.userPool().clientId()))
                    .managedLoginBranding();
        }
    }
}
