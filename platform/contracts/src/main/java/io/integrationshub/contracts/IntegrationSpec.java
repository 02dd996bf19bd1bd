package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What an admin wants: the whole content of the wizard, one revision of it.
 *
 * @param definitionVersion version of the integration definition (pages, defaults, templates) it was made with
 * @param drift null: drift is told, not healed
 * @param automaticRetry null: only people try again
 */
public record IntegrationSpec(
        String definitionVersion,
        CommerceAccess commerce,
        AwsAccess aws,
        UserPoolSpec userPool,
        BuyerOrganization buyer,
        MerchantOrganization merchant,
        Templates templates,
        @Nullable DriftPolicy drift,
        @Nullable AutomaticRetry automaticRetry) {}
