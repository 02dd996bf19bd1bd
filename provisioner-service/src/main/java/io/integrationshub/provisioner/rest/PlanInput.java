package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to plan.
 *
 * @param generation revision of the spec, told back in the plan
 * @param spec as config-service would publish it, with sealed secrets
 */
public record PlanInput(UUID integrationId, @Nullable Long generation, IntegrationSpec spec) {

    static PlanInput require(@Nullable PlanInput input) {
        Problems.required(input);
        IntegrationSpec spec = input.spec();
        Violations violations = new Violations()
                .missing("/integrationId", input.integrationId())
                .missing("/spec", spec);
        if (spec != null) {
            violations
                    .missing("/spec/definitionVersion", spec.definitionVersion())
                    .missing("/spec/commerce", spec.commerce())
                    .missing("/spec/aws", spec.aws())
                    .missing("/spec/userPool", spec.userPool())
                    .missing("/spec/buyer", spec.buyer())
                    .missing("/spec/merchant", spec.merchant());
            look(violations, spec.aws());
            look(violations, spec.userPool());
        }
        violations.refuse();
        return spec.templates() == null ? input.withDefaultTemplates() : input;
    }

    private static void look(Violations violations, @Nullable AwsAccess aws) {
        if (aws != null) {
            violations
                    .missing("/spec/aws/accessKeyId", aws.accessKeyId())
                    .missing("/spec/aws/secretAccessKey", aws.secretAccessKey())
                    .missing("/spec/aws/region", aws.region());
        }
    }

    private static void look(Violations violations, @Nullable UserPoolSpec userPool) {
        if (userPool != null) {
            violations
                    .missing("/spec/userPool/name", userPool.name())
                    .missing("/spec/userPool/domainPrefix", userPool.domainPrefix());
        }
    }

    private PlanInput withDefaultTemplates() {
        return new PlanInput(
                integrationId,
                generation,
                new IntegrationSpec(
                        spec.definitionVersion(),
                        spec.commerce(),
                        spec.aws(),
                        spec.userPool(),
                        spec.buyer(),
                        spec.merchant(),
                        Templates.DEFAULTS,
                        spec.drift(),
                        spec.automaticRetry()));
    }
}
