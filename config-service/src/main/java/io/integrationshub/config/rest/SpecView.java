package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.domain.ConfigurationPage;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of the pages, without secrets; a page that was never stored is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpecView(
        Configuration configuration,
        BuyerOrganization buyerOrganization,
        MerchantOrganization merchantOrganization,
        Templates templates) {

    /** The page "Configuration". */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Configuration(
            Commerce commerce,
            Aws aws,
            UserPool userPool,
            @Nullable DriftPolicy drift,
            @Nullable AutomaticRetry automaticRetry) {
        static Configuration from(ConfigurationPage page) {
            return new Configuration(
                    new Commerce(page.clientId(), SecretView.from(page.clientSecret()), page.tokenUrl()),
                    new Aws(page.accessKeyId(), SecretView.from(page.secretAccessKey()), page.region()),
                    UserPool.from(page.userPool()),
                    page.drift(),
                    page.automaticRetry());
        }
    }

    /** Names of what is made, and how people sign in there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UserPool(
            String name,
            String domainPrefix,
            String oidcProfileName,
            @Nullable String existingPoolId,
            boolean replaceDomain,
            @Nullable Mfa mfa,
            @Nullable LookOfPages hostedUi) {
        static UserPool from(UserPoolSpec pool) {
            return new UserPool(
                    pool.name(),
                    pool.domainPrefix(),
                    pool.oidcProfileName(),
                    pool.existingPoolId(),
                    pool.replaceDomain(),
                    pool.mfa(),
                    pool.hostedUi() == null ? null : LookOfPages.from(pool.hostedUi()));
        }
    }

    /**
     * How the sign-in page looks.
     *
     * @param logoBytes size of the logo; null for none. The image itself is not sent back; left out of a page it is kept
     * @param managedLogin null for the classic page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LookOfPages(
            @Nullable String css,
            @Nullable Integer logoBytes,
            @Nullable ManagedLogin managedLogin) {
        static LookOfPages from(HostedUi ui) {
            return new LookOfPages(
                    ui.css(),
                    ui.logo() == null ? null : Base64.getDecoder().decode(ui.logo()).length,
                    ui.managedLogin());
        }
    }

    /** The application key of the store. */
    public record Commerce(String clientId, SecretView clientSecret, String tokenUrl) {}

    /** The access key of the AWS account. */
    public record Aws(String accessKeyId, SecretView secretAccessKey, String region) {}

    static SpecView from(Pages pages) {
        return new SpecView(
                pages.configuration() == null ? null : Configuration.from(pages.configuration()),
                pages.buyer(),
                pages.merchant(),
                pages.templates());
    }

    static List<Violation> warnings(Pages pages) {
        return pages.configuration() == null ? List.of() : pages.configuration().warnings();
    }
}
