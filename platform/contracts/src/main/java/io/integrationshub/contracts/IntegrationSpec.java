package io.integrationshub.contracts;

/**
 * What an admin wants: the whole content of the wizard, one revision of it.
 *
 * @param definitionVersion version of the integration definition (pages, defaults, templates) it was made with
 */
public record IntegrationSpec(
        String definitionVersion,
        CommerceAccess commerce,
        AwsAccess aws,
        UserPoolSpec userPool,
        BuyerOrganization buyer,
        MerchantOrganization merchant,
        Templates templates) {}
