package io.integrationshub.config.web;

import static io.integrationshub.config.web.Admin.AWS_SECRET;
import static io.integrationshub.config.web.Admin.CLIENT_SECRET;
import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.Hub;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@QuarkusTest
class WizardBrowserIT extends AtTheBrowser {
    @Test
    void theWholeWayByMouse() {
        anna.sees("Integrations Hub");
        anna.looksRight("home-empty");
        anna.clicks("Amazon Cognito");
        anna.sees("Amazon Cognito");
        anna.looksRight("catalog");
        anna.clicks("Configure");
        anna.sees("Trigger details");
        anna.looksRight("wizard-1-trigger-details");
        anna.clicks("Next");
        anna.sees("Configuration");
        anna.looksRight("wizard-2-configuration-empty");
        fillConfiguration();
        assertThat(anna.text()).contains("Shoppers sign in at acme-shop.auth.eu-west-1.amazoncognito.com");
        anna.clicks("Connect to Commerce");
        anna.reads("✓ Connected");
        assertThat(anna.text()).contains("Stored, entered by anna");
        anna.clicks("Connect to AWS");
        anna.reads("free in this AWS account");
        anna.looksRight("wizard-2-configuration");
        anna.clicks("Next");
        anna.sees("Buyer Organization");
        anna.field("Enable Buyer Organization").click();
        anna.types("SSO Callback URL 1", "https://shop.example.com/oidc/callback");
        anna.clicks("Add value");
        anna.reads("SSO Callback URL 2");
        assertThat(anna.field("SSO Callback URL 1").getDomProperty("value"))
                .isEqualTo("https://shop.example.com/oidc/callback");
        anna.types("SSO Callback URL 2", "https://shop.example.com/second");
        anna.looksRight("wizard-3-buyer");
        anna.clicks("Next");
        anna.sees("Merchant Organization");
        anna.field("Enable Merchant Organization").click();
        anna.types("SSO Prefix", "acme");
        anna.looksRight("wizard-4-merchant");
        anna.clicks("Next");
        anna.sees("Templates");
        anna.looksRight("wizard-5-templates");
        anna.reads("{{poolName}}", "Must stay as they are: PoolName");
        anna.clicks("Preview");
        anna.clicks("It renders to");
        anna.reads("\"PoolName\" : \"EPCC\"");
        anna.clicks("Edit Create User Pool");
        anna.reads("edited");
        assertThat(anna.area("Create User Pool, in Liquid")).contains("{{poolName}}");
        anna.typesInto("Create User Pool, in Liquid", "broken");
        anna.clicks("Next");
        anna.reads("Amazon Cognito would refuse this", "Line 2, column 3: A comma is missing.");
        anna.looksRight("wizard-5-templates-wrong");
        anna.clicks("Take the repaired text: Create User Pool");
        anna.reads("It renders to");
        assertThat(anna.text()).doesNotContain("A comma is missing.");
        anna.clicks("Reset to default: Create User Pool");
        anna.reads("Edit");
        assertThat(anna.text()).doesNotContain("edited");
        anna.clicks("Next");
        anna.sees("Plan");
        anna.reads("acme-shop", "https://shop.example.com/second", "SSO Prefix acme", "****MPLE");
        anna.reads("Created 1", "User pool", "Deleted and made anew 1", "Changed 1", "OIDC profile, Buyer");
        anna.reads("Left as it is 1", "Merchant realm mapping", "Nobody can sign in until the new domain works.");
        anna.reads("cannot be undone");
        anna.looksRight("wizard-6-plan");
        anna.types("Reason", "first set-up");
        anna.clicks("Finish");
        anna.sees("EPCC");
        anna.looksRight("wizard-7-finish");
        anna.clicks("Summary");
        anna.reads("Your integration is enabled", "Revision 1", "first set-up");
        anna.looksRight("summary");
    }

    @Test
    void theWholeWayByKeyboardAlone() {
        anna.tabsTo("Amazon Cognito");
        anna.presses(Keys.ENTER);
        anna.sees("Amazon Cognito");
        anna.tabsTo("Configure");
        anna.presses(Keys.ENTER);
        anna.sees("Trigger details");
        anna.tabsTo("Next");
        anna.presses(Keys.ENTER);
        anna.sees("Configuration");
        anna.tabsTo("Client-ID");
        anna.presses("client-id");
        anna.tabsTo("Client-Secret");
        anna.presses(CLIENT_SECRET);
        anna.tabsTo("Token URL");
        anna.presses("https://euwest.api.elasticpath.com/oauth/access_token");
        anna.tabsTo("Access Key ID");
        anna.presses("AKIAIOSFODNN7EXAMPLE");
        anna.tabsTo("Secret Access Key");
        anna.presses(AWS_SECRET);
        anna.tabsTo("AWS Region");
        anna.presses("eu-west-1");
        anna.tabsTo("User Pool Domain Name");
        anna.presses("acme-shop");
        anna.tabsTo("OIDC Profile Name");
        anna.presses("Acme", Keys.ENTER);
        anna.sees("Buyer Organization");
        anna.tabsTo("Enable Buyer Organization");
        anna.presses(Keys.SPACE);
        anna.tabsTo("SSO Callback URL 1");
        anna.presses("https://shop.example.com/oidc", Keys.ENTER);
        anna.sees("Merchant Organization");
        anna.tabsTo("Next");
        anna.presses(Keys.ENTER);
        anna.sees("Templates");
        anna.tabsTo("Next");
        anna.presses(Keys.ENTER);
        anna.sees("Plan");
        anna.reads("Worked out with 6 reads");
        anna.tabsTo("Finish");
        anna.presses(Keys.ENTER);
        anna.sees("EPCC");
        assertThat(anna.address()).contains("/executions/");
        assertThat(anna.browser().consoleErrors()).isEmpty();
    }

    @Test
    void everyMessageIsAtItsFieldAndWhatWasTypedIsKept() {
        begin("configuration");
        anna.types("Client-Secret", CLIENT_SECRET);
        anna.types("Secret Access Key", "too short");
        anna.types("Token URL", "https://evil.example.com/oauth/access_token");
        anna.types("Access Key ID", "ASIAIOSFODNN7EXAMPLE");
        anna.types("AWS Region", "Ireland");
        anna.types("User Pool Domain Name", "My.Shop");

        anna.clicks("Next");

        anna.reads("7 values need a correction");
        assertThat(anna.message("Client-ID")).contains("Enter the Client ID");
        assertThat(anna.message("Token URL")).contains("This hub talks to");
        assertThat(anna.message("Access Key ID")).contains("begins with ASIA is temporary");
        assertThat(anna.message("Secret Access Key")).contains("has 40 characters");
        assertThat(anna.message("AWS Region")).contains("not the code of an AWS Region");
        assertThat(anna.message("User Pool Domain Name")).contains("small letters, digits and hyphens");
        assertThat(anna.message("OIDC Profile Name")).contains("Enter an OIDC Profile Name");
        assertThat(anna.field("Token URL").getDomProperty("value"))
                .isEqualTo("https://evil.example.com/oauth/access_token");
        assertThat(anna.field("Secret Access Key").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        anna.looksRight("wizard-2-configuration-wrong");
        assertThat(anna.browser().driver().getPageSource()).doesNotContain(CLIENT_SECRET);

        // The secret that was right is still in its field and need not be typed again.
        anna.types("Client-ID", "client-id");
        anna.types("Token URL", "https://euwest.api.elasticpath.com/oauth/access_token");
        anna.types("Access Key ID", "AKIAIOSFODNN7EXAMPLE");
        anna.types("Secret Access Key", AWS_SECRET);
        anna.types("AWS Region", "eu-west-1");
        anna.types("User Pool Domain Name", "acme-shop");
        anna.types("OIDC Profile Name", "Acme");
        anna.clicks("Next");
        anna.sees("Buyer Organization");
    }

    @Test
    void aFailedConnectIsRepairedAndNothingHasToBeTypedTwice() {
        begin("configuration");
        fillConfiguration();
        anna.types("Client-ID", "WRONG-client");
        anna.types("Access Key ID", "AKIAWRONGFODNN7EXAMP");

        anna.clicks("Connect to Commerce");
        anna.reads("✕ Connection failed", "Client-ID and Client-Secret do not match");
        anna.clicks("Connect to AWS");
        anna.reads("The Access Key ID does not exist");
        anna.looksRight("wizard-2-connect-failed");
        assertThat(anna.field("Client-ID").getDomProperty("value")).isEqualTo("WRONG-client");
        assertThat(anna.field("User Pool Domain Name").getDomProperty("value")).isEqualTo("acme-shop");
        anna.types("Client-ID", "client-id");
        anna.clicks("Connect to Commerce");
        anna.reads("✓ Connected");
        anna.types("Access Key ID", "AKIASILENTODNN7EXAMP");
        anna.clicks("Connect to AWS");
        anna.reads("provisioner-service does not answer");
        anna.types("Access Key ID", "AKIAIOSFODNN7EXAMPLE");
        anna.clicks("Connect to AWS");
        anna.reads("free in this AWS account");
        anna.clicks("Next");

        anna.sees("Buyer Organization");
        assertThat(anna.browser().consoleErrors()).isEmpty();
    }

    @Test
    void whetherADomainCanBeHadIsToldWhileItIsTyped() {
        begin("configuration");
        fillConfiguration();
        anna.reads("connect to AWS in this AWS Region first");
        anna.clicks("Connect to AWS");
        anna.reads("free in this AWS account");

        anna.types("User Pool Domain Name", "taken-shop");
        anna.reads("taken-shop.auth.eu-west-1.amazoncognito.com another user pool of this AWS account has it");
        anna.types("User Pool Domain Name", "acme-shop");
        anna.reads("acme-shop.auth.eu-west-1.amazoncognito.com free in this AWS account");
        assertThat(anna.field("Client-ID").getDomProperty("value")).isEqualTo("client-id");
        assertThat(anna.browser().consoleErrors()).isEmpty();
    }

    @Test
    void managedLoginHasAStyleThatIsCheckedAndKept() {
        begin("configuration");
        fillConfiguration();
        anna.clicks("More: second factor, look of the sign-in page, an existing pool, drift and retries");
        anna.field("Sign-in pages").sendKeys("Managed login");
        anna.types("Managed login style", "{ no JSON");
        anna.clicks("Next");
        anna.reads("The style is a JSON object");
        assertThat(anna.message("Managed login style")).contains("The style is a JSON object");
        assertThat(anna.field("Managed login style").getDomProperty("value")).isEqualTo("{ no JSON");
        anna.looksRight("wizard-2-managed-login");

        anna.types("Managed login style", "{\"components\": {\"form\": {\"borderRadius\": 4}}}");
        anna.types("Client-Secret", CLIENT_SECRET);
        anna.types("Secret Access Key", AWS_SECRET);
        anna.clicks("Next");
        anna.sees("Buyer Organization");
        anna.clicks("Previous");
        anna.sees("Configuration");
        assertThat(anna.field("Sign-in pages").getDomProperty("value")).isEqualTo("MANAGED");
        assertThat(anna.field("Managed login style").getDomProperty("value")).contains("\"borderRadius\" : 4");
    }

    @Test
    void previousAndAClosedBrowserLoseNothing() {
        begin("configuration");
        anna.types("Client-ID", "half-typed");
        anna.clicks("Previous");
        anna.sees("Trigger details");
        String draft = anna.address();
        anna.close();

        anna = Admin.signedIn(base, store, "admin");
        anna.open(draft);
        anna.clicks("Next");

        anna.sees("Configuration");
        assertThat(anna.field("Client-ID").getDomProperty("value")).isEqualTo("half-typed");
        anna.open(anna.address().replace("configuration", "plan"));
        anna.reads("Something typed on Configuration is not stored");
        assertThat(anna.button("Finish").isEnabled()).isFalse();
    }

    @Test
    void finishWantsThePlanThatWasLookedAt() {
        String draft = Hub.as(store, "admin").completeDraft();
        anna.open("/drafts/" + draft + "/configuration");
        anna.types("User Pool Name", "Moving");
        anna.clicks("Next");
        anna.sees("Buyer Organization");
        anna.open("/drafts/" + draft + "/plan");
        anna.reads("Worked out with 6 reads");
        anna.types("Reason", "kept");

        anna.clicks("Finish");

        anna.reads("Nothing was started", "User pool changed since you looked", "finish.");
        anna.looksRight("wizard-6-plan-changed");
        assertThat(anna.field("Reason").getDomProperty("value")).isEqualTo("kept");
        anna.clicks("Finish");
        anna.sees("Moving");
        assertThat(anna.address()).contains("/executions/");
    }

    @Test
    void whoseSessionEndedIsToldAndKeepsWhatWasTyped() {
        begin("merchant-organization");
        anna.types("SSO Prefix", "acme");
        anna.browser().driver().manage().deleteAllCookies();

        anna.clicks("Next");

        await().untilAsserted(() -> assertThat(
                        anna.browser().driver().findElement(By.id("trouble")).getText())
                .contains("Your session has ended", "sign in again in a new tab"));
        assertThat(anna.field("SSO Prefix").getDomProperty("value")).isEqualTo("acme");
    }

    private void begin(String step) {
        anna.open("/catalog/amazon-cognito");
        anna.clicks("Configure");
        anna.sees("Trigger details");
        anna.open(anna.address().replace("trigger-details", step));
    }

    private void fillConfiguration() {
        anna.types("Client-ID", "client-id");
        anna.types("Client-Secret", CLIENT_SECRET);
        anna.types("Token URL", "https://euwest.api.elasticpath.com/oauth/access_token");
        anna.types("Access Key ID", "AKIAIOSFODNN7EXAMPLE");
        anna.types("Secret Access Key", AWS_SECRET);
        anna.types("AWS Region", "eu-west-1");
        anna.types("User Pool Domain Name", "acme-shop");
        anna.types("OIDC Profile Name", "Acme");
    }
}
