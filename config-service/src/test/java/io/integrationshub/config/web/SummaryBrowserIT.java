package io.integrationshub.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.integrationshub.config.Hub;
import io.integrationshub.config.Neighbours;
import io.integrationshub.config.Outside;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Realm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SummaryBrowserIT extends AtTheBrowser {
    private static final String POOL = """
            {"userPoolId":"eu-west-1_aB3dE5fG7","name":"EPCC","accountId":"111122223333","region":"eu-west-1",
             "domainPrefix":"acme-shop","adopted":false,"estimatedUsers":42,"deletionProtection":"INACTIVE",
             "consoleUrl":"https://eu-west-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-west-1_aB3dE5fG7"}""";

    private static final String TRIALS = """
            {"trials":[
             {"realm":"BUYER","link":"https://euwest.api.elasticpath.com/oidc-idp/login/BUYER","start":"COMMERCE","loginPage":true,
              "hint":"Sign in with a user of the pool.","hops":[{"address":"https://euwest.api.elasticpath.com/oidc-idp/login","status":303}]},
             {"realm":"MERCHANT","link":"https://euwest.cm.elasticpath.com/","start":"IDENTITY_PROVIDER","loginPage":false,"hops":[],
              "hint":"Choose Single Sign-On and type the SSO Prefix acme.",
              "failure":{"errorClass":"INPUT","code":"CALLBACK_NOT_REGISTERED","service":"cognito",
               "message":"The callback URL is not registered at the app client. Choose Heal.","remedyId":"sign-in-callback"}}],
             "durationMs":850}""";

    private static final String DRIFT = """
            {"seenAt":"2026-11-26T02:00:00Z","findings":[{"resource":"cognito.UserPoolClient","field":"CallbackURLs","kind":"CHANGED",
             "expected":["https://euwest.api.elasticpath.com/callback"],"found":[]}]}""";

    @Inject
    AgroalDataSource database;

    @Test
    void anExecutionIsFollowedStepByStepToItsSignInLinks() {
        Outside outside = configured();
        Neighbours.tell("/commerce/api/integrations/" + outside.integration() + "/sign-in-trials", 200, TRIALS);
        anna.open("/integrations/" + outside.integration() + "/executions/"
                + outside.execution().id());
        anna.reads("Queued", "Waiting for the first step");
        anna.looksRight("execution-queued");

        outside.step("Check AWS Connection", 1);
        anna.reads("Running", "Integration Trigger", "Check AWS Connection");
        outside.step("List User Pool", 2);
        anna.reads("List User Pool", "Successful");
        anna.looksRight("execution-running");
        outside.ready(Realm.BUYER, Realm.MERCHANT);

        anna.reads("✓ Successful", "Try the sign-in", "The sign-in page answers", "Sign in as a shopper");
        anna.reads("The callback URL is not registered", "type the SSO Prefix acme");
        anna.looksRight("execution-successful");
        anna.clicks("Summary");
        anna.reads("Your integration is enabled", "eu-west-1_aB3dE5fG7", "1example23456789");
        anna.reads("acme-shop.auth.eu-west-1.amazoncognito.com", "OIDC profile, Buyer Organization", "profile-BUYER");
        anna.reads("Sign-in works as revision 1 wants it.", "The keys did all that was needed.");
        anna.looksRight("summary");
        anna.clicks("Try the sign-in");
        anna.reads("Sign in as a shopper");
    }

    @Test
    void aFailureEndsWithItsRemedyAndTheOneButtonThatHelps() {
        Outside outside = configured();
        anna.open("/integrations/" + outside.integration() + "/executions/"
                + outside.execution().id());
        anna.reads("Queued");

        outside.failed(ErrorClass.CREDENTIALS, "UnrecognizedClientException");

        anna.reads("✕ Failed", "It stopped at Check AWS Connection", "It did not work: UnrecognizedClientException");
        anna.looksRight("execution-failed");
        anna.open("/integrations/" + outside.integration());
        anna.reads("Your integration is enabled", "failed at Check AWS Connection");
        anna.looksRight("summary-failed");
        anna.clicks("Open Configuration");
        anna.sees("Configuration");
        anna.reads("Leave empty to keep it");
    }

    @Test
    void whatSomebodyChangedOutsideIsShownCheckedAndHealed() {
        Outside outside = configured();
        outside.ready(Realm.BUYER);
        outside.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);
        Neighbours.tell("/aws/api/integrations/" + outside.integration() + "/drift-checks", 200, DRIFT);
        anna.open("/integrations/" + outside.integration());
        anna.readsInTime("Changed outside the hub", "User pool client CallbackURLs");
        anna.looksRight("summary-drift");

        anna.clicks("Check now");
        anna.sees("Drift");
        anna.reads(
                "User pool client CallbackURLs", "changed", "[ ]", "Commerce", "An execution is at work or has failed");
        anna.looksRight("drift");
        anna.clicks("Heal");

        anna.reads("execution #2", "drift-heal");
    }

    @Test
    void pauseUnpauseAndReconfigure() {
        Hub.as(store, "admin").configured();
        anna.open("/");
        anna.looksRight("home");
        anna.clicks("EPCC");
        anna.reads("Your integration is enabled", "Revision 1");
        anna.clicks("Pause Integration");
        anna.reads("Your integration is paused", "By anna");
        anna.looksRight("summary-paused");
        anna.clicks("Unpause Integration");
        anna.reads("Your integration is enabled");

        anna.clicks("Reconfigure");
        anna.sees("Trigger details");
        anna.reads("from revision 1");
        anna.clicks("Next");
        anna.sees("Configuration");
        anna.reads("Leave empty to keep it");
        anna.types("OIDC Profile Name", "Renamed");
        anna.clicks("Next");
        anna.sees("Buyer Organization");
        anna.clicks("Previous");
        anna.sees("Configuration");
        assertThat(anna.field("OIDC Profile Name").getDomProperty("value")).isEqualTo("Renamed");
        anna.open(anna.address().replace("configuration", "plan"));
        anna.sees("Plan");
        anna.reads("Renamed");
        anna.reads("Worked out with 6 reads");
        anna.types("Reason", "a better name");
        anna.clicks("Finish");
        anna.sees("EPCC");
        anna.clicks("Summary");
        anna.reads("Revision 2 current", "a better name");
        anna.clicks("View Configuration");
        anna.sees("Configuration revision 2, current");
        anna.reads("Renamed", "entered by");
        anna.looksRight("view-configuration");
        anna.open(anna.address().replace("configuration", "revisions/1"));
        anna.sees("Revision 1");
        anna.reads("What is different now, in revision 2", "OIDC Profile Name Acme Renamed");
        anna.looksRight("revision");
        anna.clicks("Restore");
        anna.sees("Plan");
        anna.reads("Restore", "Configuration (done) changed", "Worked out with 6 reads");
        anna.clicks("Finish");
        anna.reads("execution #3", "restored");
        anna.clicks("Summary");
        anna.reads("Revision 3 current", "Restored", "Paused", "Resumed");
        anna.clicks("All changes");
        anna.sees("Changes");
        anna.reads("a better name", "generation 3 as generation 1");
        anna.looksRight("changes");
    }

    @Test
    void deleteTellsWhatIsAtStakeAndWantsTheNameTyped() {
        Outside outside = configured();
        String integration = outside.integration();
        Neighbours.tell("/aws/api/integrations/" + integration + "/user-pool", 200, POOL);
        anna.open("/integrations/" + integration);
        anna.clicks("Delete");
        anna.sees("Delete EPCC?");
        anna.reads("About 42 users are in it");
        anna.looksRight("delete");
        anna.clicks("Delete");
        anna.reads("To confirm, type the name exactly: EPCC");
        anna.types("To confirm please type", "EPCC");
        anna.chooses("Delete it");
        anna.clicks("Delete");
        anna.reads("Its users would be deleted too");
        anna.looksRight("delete-refused");
        anna.chooses("Delete its users too");
        anna.types("Reason", "moved away");

        anna.clicks("Delete");

        anna.sees("EPCC");
        assertThat(anna.address()).contains("/executions/");
        String execution = anna.address().replaceFirst(".*/", "");
        anna.open("/integrations/" + integration);
        anna.reads("Your integration is being deleted", "moved away");
        assertThat(anna.text()).doesNotContain("Delete once more");
        anna.looksRight("summary-deleting");

        outside.next(Hub.json("{\"id\":\"" + execution + "\",\"number\":2}"))
                .failed(ErrorClass.PERMISSION, "AccessDeniedException");
        anna.readsInTime("The deletion of your integration failed", "at Check AWS Connection", "Delete once more");
        anna.looksRight("summary-deletion-failed");
        anna.clicks("Delete once more");
        anna.sees("Delete EPCC?");
    }

    @Test
    void anUpdateIsOfferedAndWalksTheWizardWithWhatIsNewMarked() throws SQLException {
        Outside outside = configured();
        try (Connection connection = database.getConnection();
                PreparedStatement older = connection.prepareStatement(
                        "update revision set pages = jsonb_set(pages, '{definition}', '\"0\"') where integration_id = ?")) {
            older.setObject(1, UUID.fromString(outside.integration()));
            assertThat(older.executeUpdate()).isEqualTo(1);
        }
        anna.open("/integrations/" + outside.integration());
        anna.reads("There is an update available", "version 1 in place of 0");
        anna.looksRight("summary-update");

        anna.clicks("Update");

        anna.sees("Trigger details");
        anna.reads("New in version 1", "The first version.", "Update", "Templates (done) changed");
        anna.looksRight("wizard-update");
        anna.open(anna.address().replace("trigger-details", "templates"));
        anna.reads("Create User Pool default new default");
        anna.clicks("Next");
        anna.reads("Worked out with 6 reads");
        anna.clicks("Finish");
        anna.reads("execution #2", "updated");
        anna.clicks("Summary");
        anna.reads("Revision 2 current");
        assertThat(anna.text()).doesNotContain("There is an update available");
    }

    private Outside configured() {
        return new Outside(store, Hub.as(store, "admin").configured());
    }
}
