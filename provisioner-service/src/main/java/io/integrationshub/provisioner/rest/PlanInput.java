package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Object> needed = new LinkedHashMap<>();
        IntegrationSpec spec = input == null ? null : input.spec();
        needed.put("/integrationId", input == null ? null : input.integrationId());
        needed.put("/spec", spec);
        if (spec != null) {
            needed.put("/spec/definitionVersion", spec.definitionVersion());
            needed.put("/spec/commerce", spec.commerce());
            needed.put("/spec/aws", spec.aws());
            needed.put("/spec/userPool", spec.userPool());
            needed.put("/spec/buyer", spec.buyer());
            needed.put("/spec/merchant", spec.merchant());
            need(needed, spec.aws());
            need(needed, spec.userPool());
        }
        List<FieldError> errors = needed.entrySet().stream()
                .filter(value -> value.getValue() == null || value.getValue().equals(""))
                .map(value -> new FieldError(value.getKey(), "REQUIRED", "A value is needed here."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return spec.templates() == null ? input.withDefaultTemplates() : input;
    }

    private static void need(Map<String, Object> needed, @Nullable AwsAccess aws) {
        if (aws != null) {
            needed.put("/spec/aws/accessKeyId", aws.accessKeyId());
            needed.put(
                    "/spec/aws/secretAccessKey",
                    aws.secretAccessKey() == null ? null : aws.secretAccessKey().ciphertext());
            needed.put("/spec/aws/region", aws.region());
        }
    }

    private static void need(Map<String, Object> needed, @Nullable UserPoolSpec userPool) {
        if (userPool != null) {
            needed.put("/spec/userPool/name", userPool.name());
            needed.put("/spec/userPool/domainPrefix", userPool.domainPrefix());
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
