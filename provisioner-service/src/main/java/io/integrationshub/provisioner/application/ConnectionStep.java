package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.Masked;
import io.integrationshub.provisioner.domain.SamePlace;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens AWS with the integration's keys. */
@ApplicationScoped
class ConnectionStep {
    private final Clouds clouds;
    private final Secrets secrets;

    ConnectionStep(Clouds clouds, Secrets secrets) {
        this.clouds = clouds;
        this.secrets = secrets;
    }

    /** An open cloud, and whose it is. */
    record Connection(Cloud cloud, String accountId) {}

    /** The step 'Check AWS Connection'. */
    Connection check(Run run) {
        AwsAccess aws = run.spec().aws();
        Map<String, Object> input = Map.of("accessKeyId", Masked.id(aws.accessKeyId()), "region", aws.region());
        return run.trail().step("Check AWS Connection", 20, input, () -> {
            Cloud cloud = open(run);
            try {
                Cloud.CallerIdentity caller = cloud.identity();
                SamePlace.require(run.holdings(), caller.accountId(), aws.region());
                if (caller.isRoot()) {
                    run.warn("These are keys of the AWS account's root user. Use an IAM user with only the permissions"
                            + " the hub needs");
                }
                Map<String, Object> output = new LinkedHashMap<>();
                output.put("accountId", caller.accountId());
                output.put("arn", caller.arn());
                return StepResult.read(new Connection(cloud, caller.accountId()), output);
            } catch (RuntimeException e) {
                cloud.close();
                throw e;
            }
        });
    }

    /** The same cloud again, in the second half of an execution that has checked it in the first. */
    Cloud open(Run run) {
        AwsAccess aws = run.spec().aws();
        SecretContext context = new SecretContext(
                run.state().storeId(), run.state().integrationId(), SecretContext.AWS_SECRET_ACCESS_KEY);
        OpenedSecret secret = secrets.open(aws.secretAccessKey(), context);
        return clouds.open(new AwsKeys(aws.accessKeyId(), secret, aws.region()));
    }
}
