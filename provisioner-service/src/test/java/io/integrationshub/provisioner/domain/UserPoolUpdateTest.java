package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the mapping from DescribeUserPool to UpdateUserPool. */
class UserPoolUpdateTest {
    private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final Document BARE =
            json("{'Id':'eu-west-1_a','Name':'EPCC','UserPoolTags':{'" + Ownership.INTEGRATION_ID + "':'" + ID + "'}}");

    @Test
    void nothingIsSentWhenThePoolIsAsWanted() {
        assertThat(plan(BARE, "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Policies':{'PasswordPolicy':{'MinimumLength':14},'SignInPolicy':{'AllowedFirstAuthFactors':['PASSWORD']}}",
                "'DeletionProtection':'ACTIVE'",
                "'LambdaConfig':{'PreSignUp':'arn:aws:lambda:eu-west-1:1:function:f'}",
                "'AutoVerifiedAttributes':['email']",
                "'VerificationMessageTemplate':{'DefaultEmailOption':'CONFIRM_WITH_LINK'}",
                "'SmsAuthenticationMessage':'{####}'",
                "'UserAttributeUpdateSettings':{'AttributesRequireVerificationBeforeUpdate':['email']}",
                "'DeviceConfiguration':{'ChallengeRequiredOnNewDevice':true}",
                "'EmailConfiguration':{'EmailSendingAccount':'DEVELOPER','From':'a@b.example','SourceArn':'arn'}",
                "'SmsConfiguration':{'SnsCallerArn':'arn:aws:iam::1:role/sms','SnsRegion':'eu-west-1'}",
                "'AdminCreateUserConfig':{'AllowAdminCreateUserOnly':true}",
                "'UserPoolAddOns':{'AdvancedSecurityMode':'AUDIT'}",
                "'AccountRecoverySetting':{'RecoveryMechanisms':[{'Priority':1,'Name':'verified_email'}]}",
                "'UserPoolTier':'PLUS'",
                "'KeyConfiguration':{'KeyType':'AWS_OWNED_KEY'}",
                "'IssuerConfiguration':{'Type':'UPDATED'}"
            })
    void whatTheTemplateDoesNotSpeakOfIsSentAgain(String member) {
        Document set = json("{" + member + "}");
        Document pool = Overlay.merge(BARE, set);

        Document body =
                UserPoolUpdate.plan(pool, Document.empty(), "Renamed", ID).orElseThrow();

        assertThat(body.only(set.members().keySet())).isEqualTo(set);
        assertThat(body.text("PoolName")).contains("Renamed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Arn':'arn'",
                "'CreationDate':'2026-01-01'",
                "'LastModifiedDate':'2026-01-01'",
                "'Status':'Enabled'",
                "'EstimatedNumberOfUsers':3",
                "'Domain':'shop'",
                "'CustomDomain':'login.example.com'",
                "'SchemaAttributes':[{'Name':'sub'}]",
                "'AliasAttributes':['email']",
                "'UsernameAttributes':['email']",
                "'UsernameConfiguration':{'CaseSensitive':false}",
                "'SmsConfigurationFailure':'x'",
                "'EmailConfigurationFailure':'x'",
                "'MfaConfiguration':'OPTIONAL'",
                "'SmsConfiguration':{}",
                "'UserPoolAddOns':{}"
            })
    void whatAnUpdateDoesNotTakeIsLeftOut(String member) {
        Document set = json("{" + member + "}");

        Document body = UserPoolUpdate.plan(Overlay.merge(BARE, set), Document.empty(), "Renamed", ID)
                .orElseThrow();

        assertThat(body.members()).doesNotContainKeys(set.members().keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'DeletionProtection':'INACTIVE'",
                "'UserPoolTier':'ESSENTIALS'",
                "'LambdaConfig':{}",
                "'AutoVerifiedAttributes':[]",
                "'UserAttributeUpdateSettings':{'AttributesRequireVerificationBeforeUpdate':[]}",
                "'EmailConfiguration':{'EmailSendingAccount':'COGNITO_DEFAULT'}",
                "'AdminCreateUserConfig':{'AllowAdminCreateUserOnly':false}",
                "'VerificationMessageTemplate':{'DefaultEmailOption':'CONFIRM_WITH_CODE'}",
                "'KeyConfiguration':{'KeyType':'AWS_OWNED_KEY'}",
                "'IssuerConfiguration':{'Type':'ORIGINAL'}",
                "'Policies':{'SignInPolicy':{'AllowedFirstAuthFactors':['PASSWORD']}}",
                "'Policies':{'PasswordPolicy':{'TemporaryPasswordValidityDays':7,'PasswordHistorySize':0}}"
            })
    void aDefaultThatIsWrittenOutIsNoChange(String member) {
        assertThat(plan(BARE, "{" + member + "}")).isEmpty();
    }

    @Test
    void anEmptyDeviceConfigurationIsNotTheDefault() {
        assertThat(plan(BARE, "{'DeviceConfiguration':{}}")).isPresent();
    }

    @Test
    void unusedAccountValidityGoesWhereTheNewerPolicySaysIt() {
        Document pool = Overlay.merge(
                BARE,
                json("{'Policies':{'PasswordPolicy':{'TemporaryPasswordValidityDays':7}},"
                        + "'AdminCreateUserConfig':{'UnusedAccountValidityDays':7,'AllowAdminCreateUserOnly':false}}"));

        Document body =
                UserPoolUpdate.plan(pool, Document.empty(), "Renamed", ID).orElseThrow();

        assertThat(body.object("AdminCreateUserConfig")).isEqualTo(json("{'AllowAdminCreateUserOnly':false}"));
    }

    @Test
    void olderMessageMembersAreSentInsideTheMessageTemplateOnly() {
        Document pool =
                Overlay.merge(BARE, json("{'EmailVerificationSubject':'old','SmsVerificationMessage':'{####}'}"));

        Document body = plan(pool, "{'EmailVerificationSubject':'new'}").orElseThrow();

        assertThat(body.object("VerificationMessageTemplate"))
                .isEqualTo(json("{'SmsMessage':'{####}','EmailSubject':'new'}"));
        assertThat(body.members()).doesNotContainKeys("EmailVerificationSubject", "SmsVerificationMessage");
    }

    @Test
    void senderDetailsGoWhenMailIsCognitosOwn() {
        Document pool = Overlay.merge(
                BARE,
                json(
                        "{'EmailConfiguration':{'EmailSendingAccount':'DEVELOPER','From':'a@b.example','SourceArn':'arn'}}"));

        Document body = plan(pool, "{'EmailConfiguration':{'EmailSendingAccount':'COGNITO_DEFAULT'}}")
                .orElseThrow();

        assertThat(body.object("EmailConfiguration")).isEqualTo(json("{'EmailSendingAccount':'COGNITO_DEFAULT'}"));
    }

    @Test
    void anAdministratorsTagsStayAndOursReturns() {
        Document pool = json("{'Id':'eu-west-1_a','Name':'EPCC','UserPoolTags':{'cost':'shop'}}");

        Document body = plan(pool, "{}").orElseThrow();

        assertThat(body.object("UserPoolTags"))
                .isEqualTo(json("{'cost':'shop','" + Ownership.INTEGRATION_ID + "':'" + ID + "'}"));
    }

    @Test
    void aNullInTheTemplateAsksForAwsDefault() {
        Document pool = Overlay.merge(BARE, json("{'LambdaConfig':{'PreSignUp':'arn','PostConfirmation':'arn2'}}"));

        Document body = plan(pool, "{'LambdaConfig':{'PreSignUp':null}}").orElseThrow();

        assertThat(body.object("LambdaConfig")).isEqualTo(json("{'PostConfirmation':'arn2'}"));
    }

    private static Optional<Document> plan(Document pool, String template) {
        return UserPoolUpdate.plan(pool, json(template), "EPCC", ID);
    }
}
