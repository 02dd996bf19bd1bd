package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.UserPoolDomains;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

/** Domain prefixes over the API of Amazon Cognito. */
record AwsUserPoolDomains(CognitoIdentityProviderClient repeating, CognitoIdentityProviderClient sendingOnce)
        implements UserPoolDomains {

    /** An unknown prefix is answered with an empty description, not with an error. */
    @Override
    public Optional<UserPoolDomain> describe(String prefix) {
        return AwsCall.repeatable("cognito", "DescribeUserPoolDomain", () -> {
            try {
                DomainDescriptionType domain = repeating
                        .describeUserPoolDomain(request -> request.domain(prefix))
                        .domainDescription();
                return domain == null || domain.userPoolId() == null || domain.statusAsString() == null
                        ? Optional.empty()
                        : Optional.of(new UserPoolDomain(prefix, domain.userPoolId(), domain.statusAsString()));
            } catch (ResourceNotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void create(String prefix, String userPoolId) {
        CreateUserPoolDomainRequest body = SdkDocuments.write(
                        CreateUserPoolDomainRequest.builder(), UserPoolDomain.creation(prefix, userPoolId))
                .build();
        AwsCall.create("CreateUserPoolDomain", () -> sendingOnce.createUserPoolDomain(body));
    }
}
