package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protected and create-only members. */
class TemplateRulesTest {
    private static final Document POOL = json("{'Id':'p','UsernameAttributes':['email','phone_number'],"
            + "'UsernameConfiguration':{'CaseSensitive':false},'SchemaAttributes':[{'Name':'email','Required':true,"
            + "'AttributeDataType':'String','StringAttributeConstraints':{'MinLength':'0','MaxLength':'2048'}},"
            + "{'Name':'custom:tier','AttributeDataType':'String','Mutable':true}]}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'PoolName':'Other'}",
                "{'PoolName':'EPCC','UserPoolTags':{'integrationshub:integration-id':'x'}}"
            })
    void aNewPoolIsNamedAndTaggedByTheHub(String template) {
        assertRefused("PROTECTED_PARAMETER", () -> ProtectedMembers.requireForNewPool(json(template), "EPCC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'UserPoolId':'other'}", "{'UserPoolId':'p','PoolName':'Other'}"})
    void anUpdateIsForOurPool(String template) {
        assertRefused("PROTECTED_PARAMETER", () -> ProtectedMembers.requireForPoolUpdate(json(template), "p", "EPCC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'UserPoolId':'p','ClientName':'EPCC','GenerateSecret':false}",
                "{'UserPoolId':'p','ClientName':'x','GenerateSecret':true}",
                "{'UserPoolId':'p','ClientName':'EPCC','GenerateSecret':true,'ClientSecret':'s'}"
            })
    void aNewClientHasAGeneratedSecret(String template) {
        assertRefused("PROTECTED_PARAMETER", () -> ProtectedMembers.requireForNewClient(json(template), "p", "EPCC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'UserPoolId':'p'}",
                "{'UserPoolId':'p','CallbackURLs':['https://a.example']}",
                "{'UserPoolId':'p','ClientId':'other','CallbackURLs':['https://a.example','https://b.example']}",
                "{'UserPoolId':'p','AllowedOAuthFlowsUserPoolClient':false,"
                        + "'CallbackURLs':['https://a.example','https://b.example']}"
            })
    void aClientUpdateKeepsEveryCallback(String template) {
        assertRefused(
                "PROTECTED_PARAMETER",
                () -> ProtectedMembers.requireForClientUpdate(
                        json(template), "p", "c", "EPCC", List.of("https://a.example", "https://b.example")));
    }

    @Test
    void moreCallbacksThanOursAreAllowed() {
        Document template = json("{'UserPoolId':'p','CallbackURLs':['https://more.example','https://a.example']}");

        assertThatCode(() -> ProtectedMembers.requireForClientUpdate(
                        template, "p", "c", "EPCC", List.of("https://a.example")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'UsernameAttributes':['phone_number','email']}",
                "{'UsernameConfiguration':{'CaseSensitive':false}}",
                "{'Schema':[{'Name':'email','Required':true},{'Name':'tier','AttributeDataType':'String'}]}"
            })
    void createOnlyMembersThatAreTrueOfThePoolAreAllowed(String template) {
        assertThatCode(() -> CreateOnlyMembers.requireUnchanged(json(template), POOL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'AliasAttributes':['email']} | AliasAttributes",
                "{'UsernameAttributes':['email']} | UsernameAttributes",
                "{'UsernameConfiguration':{'CaseSensitive':true}} | UsernameConfiguration",
                "{'Schema':[{'Name':'tier','AttributeDataType':'Number'}]} | Schema",
                "{'Schema':[{'Name':'shoe_size','AttributeDataType':'Number'}]} | Schema"
            })
    void createOnlyMembersThatWouldChangeAreRefused(String template, String named) {
        ThrowingCallable check = () -> CreateOnlyMembers.requireUnchanged(json(template), POOL);

        assertRefused("LOCKED_FIELD", check);
        assertThatThrownBy(check).hasMessageContaining(named);
    }

    @Test
    void createOnlyMembersAreNoPartOfAnUpdate() {
        assertThat(CreateOnlyMembers.strip(json("{'Schema':[],'UsernameAttributes':['email'],'UserPoolTier':'LITE'}")))
                .isEqualTo(json("{'UserPoolTier':'LITE'}"));
    }

    private static void assertRefused(String code, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        ProvisioningException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
