package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AppClients;
import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.Cloud;
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
    private final CognitoIdentityProviderClient repeating;
    private final CognitoIdentityProviderClient sendingOnce;
    private final StsClient sts;

    AwsCloud(Region region, AwsKeys keys, AwsClients clients) {
        this.region = region;
        this.endpointOverride = clients.config().endpointOverride();
        this.repeating = clients.repeating(region, keys);
        this.sendingOnce = clients.sendingOnce(region, keys);
        this.sts = clients.sts(region, keys);
    }

    @Override
    public CallerIdentity identity() {
        GetCallerIdentityResponse caller = AwsCall.repeatable("sts", "GetCallerIdentity", sts::getCallerIdentity);
        return new CallerIdentity(caller.account(), caller.arn());
    }

    @Override
    public UserPools userPools() {
        return new AwsUserPools(repeating, sendingOnce);
    }

    @Override
    public UserPoolDomains domains() {
        return new AwsUserPoolDomains(repeating, sendingOnce);
    }

    @Override
    public AppClients appClients() {
        return new AwsAppClients(repeating, sendingOnce);
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
    public void close() {
        repeating.close();
        sendingOnce.close();
        sts.close();
    }
}
