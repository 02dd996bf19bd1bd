package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.UserPoolDomains;
import io.integrationshub.provisioner.cognito.AwsCalls.Call;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserPoolDomainResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolDomainRequest;

/** Domain prefixes over the API of Amazon Cognito. */
record AwsUserPoolDomains(CognitoIdentityProviderClient cognito, AwsCalls calls, AwsCalls.Target target)
        implements UserPoolDomains {
    /** An unknown prefix is answered with an empty description, not with an error. */
    @Override
    public Optional<UserPoolDomain> describe(String prefix) {
        return calls.repeatable(new Call(target, "DescribeUserPoolDomain", null), () -> {
            try {
                DomainDescriptionType domain = cognito.describeUserPoolDomain(request -> request.domain(prefix))
                        .domainDescription();
                return domain == null || domain.userPoolId() == null || domain.statusAsString() == null
                        ? Optional.empty()
                        : Optional.of(new UserPoolDomain(
                                prefix,
                                domain.userPoolId(),
                                domain.statusAsString(),
                                domain.managedLoginVersion() == null ? 0 : domain.managedLoginVersion()));
            } catch (ResourceNotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void create(String prefix, String userPoolId, int managedLoginVersion) {
        CreateUserPoolDomainRequest body = SdkDocuments.write(
                        CreateUserPoolDomainRequest.builder(),
                        UserPoolDomain.body(prefix, userPoolId, managedLoginVersion))
                .build();
        calls.once(new Call(target, "CreateUserPoolDomain", userPoolId), () -> cognito.createUserPoolDomain(body));
    }

    @Override
    public void update(String prefix, String userPoolId, int managedLoginVersion) {
        UpdateUserPoolDomainRequest body = SdkDocuments.write(
                        UpdateUserPoolDomainRequest.builder(),
                        UserPoolDomain.body(prefix, userPoolId, managedLoginVersion))
                .build();
        calls.repeatable(
                new Call(target, "UpdateUserPoolDomain", userPoolId), () -> cognito.updateUserPoolDomain(body));
    }

    /** Cognito says InvalidParameter of a domain that this pool does not have, or no longer. */
    @Override
    public void delete(String prefix, String userPoolId) {
        calls.repeatable(new Call(target, "DeleteUserPoolDomain", userPoolId), () -> {
            try {
                return cognito.deleteUserPoolDomain(
                        request -> request.domain(prefix).userPoolId(userPoolId));
            } catch (ResourceNotFoundException gone) {
                return DeleteUserPoolDomainResponse.builder().build();
            } catch (InvalidParameterException e) {
                if (String.valueOf(e.getMessage()).contains("No such domain")) {
                    return DeleteUserPoolDomainResponse.builder().build();
                }
                throw e;
            }
        });
    }
}
