package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Regions an admin may name. The name becomes part of host names, so only names that the AWS SDK knows are let through. */
final class Regions {
    private static final Pattern NAME = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}");

    /** Their endpoint lists have no Cognito user pools. */
    private static final Set<String> WITHOUT_COGNITO =
            Set.of("aws-cn", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f");

    private Regions() {}

    static Region require(String name) {
        if (!NAME.matcher(name).matches() || !Region.regions().contains(Region.of(name))) {
            throw refusal("There is no AWS region of that name.");
        }
        Region region = Region.of(name);
        if (WITHOUT_COGNITO.contains(PartitionMetadata.of(region).id())) {
            throw refusal("Amazon Cognito user pools are not offered in " + name + ".");
        }
        return region;
    }

    private static ProvisioningException refusal(String why) {
        return ProvisioningException.input(
                "REGION_UNKNOWN",
                why + " Choose the region your user pool is to live in, for example eu-west-1",
                "aws-region");
    }
}
