package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.ManagedLoginBrandings;
import io.integrationshub.provisioner.cognito.AwsCalls.Call;
import io.integrationshub.provisioner.domain.Document;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateManagedLoginBrandingRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateManagedLoginBrandingRequest;

/** Styles of managed login over the API of Amazon Cognito. */
record AwsManagedLoginBrandings(CognitoIdentityProviderClient cognito, AwsCalls calls, AwsCalls.Target target)
        implements ManagedLoginBrandings {
    @Override
    public Optional<Document> shown(String userPoolId, String clientId) {
        return calls.repeatable(new Call(target, "DescribeManagedLoginBrandingByClient", userPoolId), () -> {
            try {
                return Optional.ofNullable(cognito.describeManagedLoginBrandingByClient(request ->
                                        request.userPoolId(userPoolId).clientId(clientId))
                                .managedLoginBranding())
                        .map(SdkDocuments::read);
            } catch (ResourceNotFoundException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void create(Document request) {
        CreateManagedLoginBrandingRequest body = SdkDocuments.write(
                        CreateManagedLoginBrandingRequest.builder(), request)
                .build();
        calls.once(
                new Call(target, "CreateManagedLoginBranding", body.userPoolId()),
                () -> cognito.createManagedLoginBranding(body));
    }

    @Override
    public void update(Document request) {
        UpdateManagedLoginBrandingRequest body = SdkDocuments.write(
                        UpdateManagedLoginBrandingRequest.builder(), request)
                .build();
        calls.repeatable(
                new Call(target, "UpdateManagedLoginBranding", body.userPoolId()),
                () -> cognito.updateManagedLoginBranding(body));
    }
}
