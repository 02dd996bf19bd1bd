package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.Markers;
import io.integrationshub.acceptance.hub.Person;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The sections 'Configuring', 'Using' and 'Troubleshooting' of the product documentation, done as they are written, with the names
 * of pages, fields and buttons that they use.
 */
@ExtendWith(HubExtension.class)
class ProductDocumentationIT {
    private final RunningHub hub;

    ProductDocumentationIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void whatIsWrittenCanBeDone() {
        Tenant tenant = hub.knownTenant("documentation");
        try (Person admin = Person.of(tenant.store())) {
            configuring(admin, tenant);
            using(admin);
            troubleshooting(admin, tenant);
        }
    }

    private void configuring(Person admin, Tenant tenant) {
        // 1. Go to Integrations Hub.
        admin.goesTo(hub.addresses().service(HubService.CONFIG));
        // 2. Under SSO, choose Amazon Cognito.
        admin.reads("Integrations Hub", "SSO");
        admin.clicks("Amazon Cognito");
        // 3. Configure shows the Trigger details.
        admin.clicks("Configure");
        admin.reads("Trigger details");
        // 4. Next shows the page Configuration.
        admin.clicks("Next");
        admin.reads("Configuration");
        // 5. and 6. The key of Commerce, and Connect.
        admin.types("Client-ID", tenant.clientId());
        admin.types("Client-Secret", tenant.clientSecret());
        admin.types("Token URL", tenant.tokenUrl());
        admin.clicks("Connect to Commerce");
        admin.reads("✓ Connected");
        // 7. to 9. The keys of AWS, and the region.
        admin.types("Access Key ID", tenant.accessKeyId());
        admin.types("Secret Access Key", tenant.secretAccessKey());
        admin.types("AWS Region", Tenant.REGION);
        // 10. The name is EPCC by default.
        assertThat(admin.finds("User Pool Name")).isEqualTo("EPCC");
        // 11. The domain, and the sign-in host that comes of it.
        admin.types("User Pool Domain Name", tenant.domainPrefix());
        admin.reads(tenant.domainPrefix() + ".auth." + Tenant.REGION + ".amazoncognito.com");
        // 12. and 13. The profile's name, and on to Buyer Organization.
        admin.types("OIDC Profile Name", "Cognito");
        admin.looks("configuration");
        admin.clicks("Next");
        admin.reads("Buyer Organization");
        // 14. and 15. The toggle; up to five storefront URLs with Add value.
        admin.turnsOn("Enable Buyer Organization");
        admin.reads("SSO Callback URL (Storefront)");
        for (int line = 1; line <= 5; line++) {
            admin.types("SSO Callback URL " + line, "https://shop-" + line + ".example.com/callback");
            if (line < 5) {
                admin.clicks("Add value");
                admin.reads("SSO Callback URL " + (line + 1));
            }
        }
        admin.reads("Five is the most there can be.");
        // 16. to 18. Merchant Organization with its prefix.
        admin.clicks("Next");
        admin.reads("Merchant Organization");
        admin.turnsOn("Enable Merchant Organization");
        admin.types("SSO Prefix (Merchant)", tenant.merchantPrefix());
        // 19. The default templates, and Edit.
        admin.clicks("Next");
        admin.reads("Templates", "{{poolName}}", "{% for url in callbackUrl %}");
        admin.clicks("Edit Create User Pool");
        admin.reads("edited");
        admin.clicks("Reset to default: Create User Pool");
        admin.looks("templates");
        admin.clicks("Next");
        // 20. Finish: the integration is enabled.
        admin.reads("Plan", "Worked out with");
        admin.looks("plan");
        admin.clicks("Finish");
        admin.reads("✓ Successful", "Integration Trigger", "List User Pool", "Check Sign-in");
        admin.reads("The sign-in page answers");
        admin.looks("finished");
        admin.clicks("Summary");
        admin.reads("Your integration is enabled");
        admin.looks("summary");
    }

    private static void using(Person admin) {
        // To change any detail: Summary > Reconfigure.
        admin.clicks("Reconfigure");
        admin.reads("Trigger details");
        admin.clicks("Cancel");
        // From Summary one can view, pause and delete.
        admin.reads("Your integration is enabled");
        admin.clicks("View Configuration");
        admin.reads("Configuration", "EPCC");
        admin.clicks("Summary");
        admin.clicks("Pause Integration");
        admin.reads("Your integration is paused");
        admin.clicks("Unpause Integration");
        admin.reads("Your integration is enabled");
        admin.clicks("Delete");
        admin.reads("Delete EPCC?", "To confirm please type EPCC");
        admin.looks("delete");
        admin.clicks("Cancel");
    }

    private void troubleshooting(Person admin, Tenant tenant) {
        // Something goes wrong: the key that the hub has is no longer AWS's.
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), Markers.awsSecret());
        admin.clicks("Reconfigure");
        for (String page : List.of("Trigger details", "Configuration", "Buyer Organization", "Merchant Organization")) {
            admin.sees(page);
            admin.clicks("Next");
        }
        admin.sees("Templates");
        admin.clicks("Next");
        admin.sees("Plan");
        admin.reads("Finish would fail as it stands");
        admin.clicks("Finish");
        admin.reads("✕ Failed", "It stopped at Check AWS Connection", "Open Configuration");
        admin.looks("failed");
        // Executions; an execution shows its details, Logs what was put out, with errors.
        admin.goesTo(hub.addresses().service(HubService.EXECUTION_LOG));
        admin.clicks("EPCC, execution 2: Failed");
        admin.reads("Starting Instance", "Ending Instance", "error");
        // Step Outputs: Integration Trigger, and List User Pool of an execution that came so far.
        admin.clicks("Step Outputs");
        admin.reads("Integration Trigger", "Check AWS Connection");
        // Retry starts it again; by now the key is right.
        hub.cognito().addKey(tenant.accountId(), tenant.accessKeyId(), tenant.secretAccessKey());
        admin.clicks("Retry");
        admin.reads("As it is configured now");
        admin.presses("Retry");
        admin.reads("Retried by a new execution");
        admin.goesTo(hub.addresses().service(HubService.EXECUTION_LOG));
        admin.clicks("EPCC, execution 3: Successful");
        admin.clicks("Step Outputs");
        admin.reads("Integration Trigger", "List User Pool");
        admin.looks("step-outputs");
    }
}
