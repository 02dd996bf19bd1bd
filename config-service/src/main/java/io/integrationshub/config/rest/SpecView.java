package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.domain.ConfigurationPage;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import java.util.List;

/** The content of the pages, without secrets; a page that was never stored is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpecView(
        Configuration configuration,
        BuyerOrganization buyerOrganization,
        MerchantOrganization merchantOrganization,
        Templates templates) {

    /** The page "Configuration". */
    public record Configuration(Commerce commerce, Aws aws, UserPoolSpec userPool) {
        static Configuration from(ConfigurationPage page) {
            return new Configuration(
                    new Commerce(page.clientId(), SecretView.from(page.clientSecret()), page.tokenUrl()),
                    new Aws(page.accessKeyId(), SecretView.from(page.secretAccessKey()), page.region()),
                    page.userPool());
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
