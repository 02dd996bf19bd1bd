package io.integrationshub.config.web;

import static io.integrationshub.config.web.Admin.AWS_SECRET;
import static io.integrationshub.config.web.Admin.CLIENT_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.RunningService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@QuarkusTest
class WizardBrowserIT extends RunningService {
    private final String store = "store-" + UUID.randomUUID();

    @TestHTTPResource("/")
    URI base;

    private Admin anna;

    @BeforeEach
    void signIn() {
        anna = Admin.signedIn(base, store, "admin");
    }

    @AfterEach
    void leave() {
        if (anna != null) {
            anna.close();
        }
    }

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
        anna.looksRight("wizard-2-configuration");
        anna.clicks("Next");
        anna.sees("Buyer Organization");
        anna.field("Enable sign-in for the Buyer").click();
        anna.types("SSO Callback URL 1", "https://shop.example.com/oidc/callback");
        anna.clicks("Add value");
        anna.reads("SSO Callback URL 2");
        assertThat(anna.field("SSO Callback URL 1").getDomProperty("value"))
                .isEqualTo("https://shop.example.com/oidc/callback");
        anna.types("SSO Callback URL 2", "https://shop.example.com/second");
        anna.looksRight("wizard-3-buyer");
        anna.clicks("Next");
        anna.sees("Merchant Organization");
        anna.field("Enable sign-in for the Merchant").click();
        anna.types("SSO Prefix", "acme");
        anna.looksRight("wizard-4-merchant");
        anna.clicks("Next");
        anna.sees("Templates");
        anna.looksRight("wizard-5-templates");
        anna.clicks("Next");
        anna.sees("Plan");
        anna.reads("acme-shop", "https://shop.example.com/second", "SSO Prefix acme", "****MPLE");
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
        anna.tabsTo("Enable sign-in for the Buyer");
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
