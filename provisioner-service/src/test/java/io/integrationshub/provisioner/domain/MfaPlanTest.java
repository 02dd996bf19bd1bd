package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Mfa;
import org.junit.jupiter.api.Test;

class MfaPlanTest {
    private static final Document POOL = json("{'Id':'p'}");
    private static final MfaPlan.Wanted CONFIGURED = new MfaPlan.Wanted(Mfa.OPTIONAL, true);
    private static final MfaPlan.Wanted TEMPLATED = new MfaPlan.Wanted(Mfa.ON, false);
    private static final MfaPlan.Wanted OFF = new MfaPlan.Wanted(Mfa.OFF, true);

    @Test
    void turnsOnWithAnAuthenticatorApp() {
        assertThat(MfaPlan.plan(POOL, json("{'MfaConfiguration':'OFF'}"), CONFIGURED))
                .contains(json("{'MfaConfiguration':'OPTIONAL','UserPoolId':'p',"
                        + "'SoftwareTokenMfaConfiguration':{'Enabled':true}}"));
    }

    @Test
    void sendsNothingWhenItIsAsWanted() {
        Document shown = json("{'MfaConfiguration':'OPTIONAL','SoftwareTokenMfaConfiguration':{'Enabled':true}}");

        assertThat(MfaPlan.plan(POOL, shown, CONFIGURED)).isEmpty();
        assertThat(MfaPlan.plan(POOL, json("{}"), OFF)).isEmpty();
    }

    @Test
    void keepsEveryFactorThatIsSetUp() {
        Document shown = json("{'MfaConfiguration':'OPTIONAL','EmailMfaConfiguration':{'Subject':'Code'},"
                + "'WebAuthnConfiguration':{'RelyingPartyId':'shop.example.com'}}");

        Document body = MfaPlan.plan(POOL, shown, TEMPLATED).orElseThrow();

        assertThat(body.without("MfaConfiguration", "UserPoolId")).isEqualTo(shown.without("MfaConfiguration"));
    }

    @Test
    void sendsTheSmsConfigurationOfThePoolBecauseItCannotBeLeftOut() {
        Document pool = json("{'Id':'p','SmsConfiguration':{'SnsCallerArn':'arn:aws:iam::1:role/sms'}}");

        Document body = MfaPlan.plan(pool, json("{}"), TEMPLATED).orElseThrow();

        assertThat(body.object("SmsMfaConfiguration").object("SmsConfiguration"))
                .isEqualTo(pool.object("SmsConfiguration"));
        assertThat(body.has("SoftwareTokenMfaConfiguration")).isFalse();
    }

    @Test
    void turnsOffWithoutAnyFactorAsCognitoAsksForIt() {
        Document shown = json("{'MfaConfiguration':'ON','SoftwareTokenMfaConfiguration':{'Enabled':true},"
                + "'WebAuthnConfiguration':{'RelyingPartyId':'shop.example.com'}}");

        assertThat(MfaPlan.plan(POOL, shown, OFF))
                .contains(json("{'MfaConfiguration':'OFF',"
                        + "'WebAuthnConfiguration':{'RelyingPartyId':'shop.example.com'},'UserPoolId':'p'}"));
    }
}
