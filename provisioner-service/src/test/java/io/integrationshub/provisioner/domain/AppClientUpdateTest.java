package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppClientUpdateTest {
    private static final String CALLBACK = "https://c.example/cb";
    private static final Document WIRED =
            json("{'UserPoolId':'p','ClientId':'c','ClientName':'EPCC','CreationDate':'x',"
                    + "'LastModifiedDate':'y','CallbackURLs':['" + CALLBACK + "'],'AllowedOAuthFlows':['code'],"
                    + "'AllowedOAuthScopes':['email','openid','profile'],'SupportedIdentityProviders':['COGNITO'],"
                    + "'AllowedOAuthFlowsUserPoolClient':true,'RefreshTokenValidity':30,'TokenValidityUnits':{}}");
    private static final Document TEMPLATE = json("{'UserPoolId':'p','CallbackURLs':['" + CALLBACK + "']}");

    @Test
    void nothingIsSentWhenTheClientIsAsWanted() {
        assertThat(plan(WIRED, TEMPLATE)).isEmpty();
    }

    @Test
    void aFreshClientGetsWhatCommerceNeeds() {
        Document fresh = json("{'UserPoolId':'p','ClientId':'c','ClientName':'EPCC'}");

        Document body = plan(fresh, TEMPLATE).orElseThrow();

        assertThat(body)
                .isEqualTo(
                        json(
                                "{'UserPoolId':'p','ClientId':'c','ClientName':'EPCC','CallbackURLs':['" + CALLBACK
                                        + "'],'AllowedOAuthFlowsUserPoolClient':true,'AllowedOAuthFlows':['code'],"
                                        + "'AllowedOAuthScopes':['openid','email','profile'],'SupportedIdentityProviders':['COGNITO']}"));
    }

    @Test
    void whatWasSetOtherwiseIsSentAgainAndReadOnlyMembersAreNot() {
        Document set = json("{'AccessTokenValidity':10,'TokenValidityUnits':{'AccessToken':'minutes'},"
                + "'ExplicitAuthFlows':['ALLOW_USER_SRP_AUTH'],'LogoutURLs':['https://c.example/out'],"
                + "'RefreshTokenRotation':{'Feature':'DISABLED'},'PreventUserExistenceErrors':'ENABLED'}");

        Document body = AppClientUpdate.plan(Overlay.merge(WIRED, set), TEMPLATE, "Renamed", List.of())
                .orElseThrow();

        assertThat(body.only(set.members().keySet())).isEqualTo(set);
        assertThat(body.text("ClientName")).contains("Renamed");
        assertThat(body.members()).doesNotContainKeys("CreationDate", "LastModifiedDate", "ClientSecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'AccessTokenValidity':10,'TokenValidityUnits':{'AccessToken':'minutes'}",
                "'IdTokenValidity':20,'TokenValidityUnits':{'IdToken':'minutes'}",
                "'RefreshTokenValidity':12,'TokenValidityUnits':{'RefreshToken':'hours'}",
                "'ReadAttributes':['email','name']",
                "'WriteAttributes':['email']",
                "'ExplicitAuthFlows':['ALLOW_USER_SRP_AUTH']",
                "'LogoutURLs':['https://c.example/out']",
                "'DefaultRedirectURI':'" + CALLBACK + "'",
                "'AnalyticsConfiguration':{'ApplicationId':'ab12'}",
                "'PreventUserExistenceErrors':'ENABLED'",
                "'EnableTokenRevocation':false",
                "'EnablePropagateAdditionalUserContextData':true",
                "'AuthSessionValidity':15",
                "'RefreshTokenRotation':{'Feature':'ENABLED','RetryGracePeriodSeconds':10}"
            })
    void whatTheTemplateDoesNotSpeakOfIsSentAgain(String members) {
        Document set = json("{" + members + "}");

        Document body = AppClientUpdate.plan(Overlay.merge(WIRED, set), TEMPLATE, "Renamed", List.of())
                .orElseThrow();

        assertThat(body.only(set.members().keySet())).isEqualTo(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'AuthSessionValidity':3",
                "'PreventUserExistenceErrors':'LEGACY'",
                "'EnablePropagateAdditionalUserContextData':false",
                "'ExplicitAuthFlows':['ALLOW_CUSTOM_AUTH','ALLOW_REFRESH_TOKEN_AUTH','ALLOW_USER_SRP_AUTH']",
                "'RefreshTokenRotation':{'Feature':'DISABLED'}",
                "'TokenValidityUnits':{'AccessToken':'hours','IdToken':'hours','RefreshToken':'days'}",
                "'LogoutURLs':[]"
            })
    void aDefaultThatIsWrittenOutIsNoChange(String member) {
        assertThat(plan(WIRED, Overlay.merge(TEMPLATE, json("{" + member + "}"))))
                .isEmpty();
    }

    @Test
    void listsInAnotherOrderAreNoChange() {
        assertThat(plan(
                        WIRED.with("LogoutURLs", List.of("https://a.example", "https://b.example")),
                        TEMPLATE.with("LogoutURLs", List.of("https://b.example", "https://a.example"))))
                .isEmpty();
    }

    @Test
    void ourEarlierCallbacksGoAndForeignOnesStay() {
        Document client =
                WIRED.with("CallbackURLs", List.of(CALLBACK, "https://old.example", "https://foreign.example"));

        Document body = AppClientUpdate.plan(client, TEMPLATE, "EPCC", List.of(CALLBACK, "https://old.example"))
                .orElseThrow();

        assertThat(body.texts("CallbackURLs")).containsExactlyInAnyOrder(CALLBACK, "https://foreign.example");
    }

    @Test
    void aDefaultRedirectToARemovedCallbackGoesWithIt() {
        Document client = WIRED.with("CallbackURLs", List.of(CALLBACK, "https://old.example"))
                .with("DefaultRedirectURI", "https://old.example");

        Document body = AppClientUpdate.plan(client, TEMPLATE, "EPCC", List.of("https://old.example"))
                .orElseThrow();

        assertThat(body.has("DefaultRedirectURI")).isFalse();
    }

    @Test
    void readableAttributesIncludeTheEmailClaim() {
        assertThat(plan(WIRED.with("ReadAttributes", List.of("name")), TEMPLATE)
                        .orElseThrow()
                        .texts("ReadAttributes"))
                .containsExactlyInAnyOrder("name", "email");
    }

    @Test
    void scopesAndProvidersOfTheTemplateAreKeptBesideTheNeededOnes() {
        Document template = TEMPLATE.with("AllowedOAuthScopes", List.of("phone", "openid"))
                .with("SupportedIdentityProviders", List.of("Google"));

        Document body = plan(WIRED, template).orElseThrow();

        assertThat(body.texts("AllowedOAuthScopes")).containsExactlyInAnyOrder("phone", "openid", "email", "profile");
        assertThat(body.texts("SupportedIdentityProviders")).containsExactlyInAnyOrder("Google", "COGNITO");
    }

    @Test
    void anEmptyAnalyticsConfigurationIsNotSent() {
        Document body = AppClientUpdate.plan(
                        WIRED.with("AnalyticsConfiguration", Map.of()), TEMPLATE, "Renamed", List.of())
                .orElseThrow();

        assertThat(body.has("AnalyticsConfiguration")).isFalse();
    }

    @Test
    void refreshTokensOfZeroMeanThirtyDays() {
        assertThat(plan(WIRED, TEMPLATE.with("RefreshTokenValidity", 0))).isEmpty();
    }

    private static Optional<Document> plan(Document client, Document template) {
        return AppClientUpdate.plan(client, template, "EPCC", List.of());
    }
}
