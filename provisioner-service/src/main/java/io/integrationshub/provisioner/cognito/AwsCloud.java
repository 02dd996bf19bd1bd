package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AppClients;
import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.Cloud;
import io.integrationshub.provisioner.application.ManagedLoginBrandings;
import io.integrationshub.provisioner.application.UiCustomizations;
import io.integrationshub.provisioner.application.UserPoolDomains;
import io.integrationshub.provisioner.application.UserPools;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.PoolUrls;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One AWS account in one region. */
final class AwsCloud implements Cloud {
    private final Region region;
    private final Optional<URI> endpointOverride;
    private final CognitoIdentityProviderClient cognito;
    private final StsClient sts;
    private final AwsCalls calls;
    private final AwsCalls.Target target;
    private volatile String accountId;

    AwsCloud(Region region, AwsKeys keys, AwsClients clients, AwsCalls calls) {
        this.region = region;
        this.endpointOverride = clients.config().endpointOverride();
        this.cognito = clients.cognito(region, keys);
        this.sts = clients.sts(region, keys);
        this.calls = calls;
        this.target = new AwsCalls.Target(this::accountId, region.id());
    }

    @Override
    public CallerIdentity identity() {
        AwsCalls.Call call = new AwsCalls.Call(target, "GetCallerIdentity", null);
        GetCallerIdentityResponse caller = calls.repeatable(call, sts::getCallerIdentity);
        if (caller.account() == null || caller.arn() == null) {
            throw AwsErrors.unsupported("sts", "The answer to GetCallerIdentity names no account");
        }
        accountId = caller.account();
        return new CallerIdentity(caller.account(), caller.arn());
    }

    /** AWS counts requests by account, so the first call asks whose keys these are. */
    private String accountId() {
        return accountId == null ? identity().accountId() : accountId;
    }

    @Override
    public UserPools userPools() {
        return new AwsUserPools(cognito, calls, target);
    }

    @Override
    public UserPoolDomains domains() {
        return new AwsUserPoolDomains(cognito, calls, target);
    }

    @Override
    public AppClients appClients() {
        return new AwsAppClients(cognito, calls, target);
    }

    @Override
    public UiCustomizations uiCustomizations() {
        return new AwsUiCustomizations(cognito, calls, target);
    }

    @Override
    public ManagedLoginBrandings brandings() {
        return new AwsManagedLoginBrandings(cognito, calls, target);
    }

    @Override
    public PoolUrls urls(Document pool) {
        String id = pool.text("Id").orElseThrow();
        boolean updated = pool.object("IssuerConfiguration")
                .text("Type")
                .filter("UPDATED"::equals)
                .isPresent();
        String host = (updated ? "issuer-cognito-idp." : "cognito-idp.") + region.id() + "."
                + PartitionMetadata.of(region).dnsSuffix();
        String base = endpointOverride
                .map(uri -> uri.toString().replaceAll("/+$", ""))
                .orElse("https://" + host);
        return new PoolUrls(base + "/" + id);
    }

    @Override
    public String signInHost(String prefix) {
        String label = region.id().startsWith("us-gov-") ? "auth-fips" : "auth";
        String zone = PartitionMetadata.of(region).id().equals("aws-eusc") ? "amazoncognito.eu" : "amazoncognito.com";
        return prefix + "." + label + "." + region.id() + "." + zone;
    }

    @Override
    public String consoleUrl(String userPoolId) {
        String console = switch (PartitionMetadata.of(region).id()) {
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            case "aws-eusc" -> "console.amazonaws-eusc.eu";
            default -> region.id() + ".console.aws.amazon.com";
        };
        return "https://" + console + "/cognito/v2/idp/user-pools/" + userPoolId + "/overview?region=" + region.id();
    }

    @Override
    public void close() {
        cognito.close();
        sts.close();
    }
}
