package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.UiCustomizations;
import io.integrationshub.provisioner.cognito.AwsCalls.Call;
import io.integrationshub.provisioner.domain.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUiCustomizationRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UICustomizationType;

/** The classic sign-in pages over the API of Amazon Cognito. */
record AwsUiCustomizations(CognitoIdentityProviderClient cognito, AwsCalls calls, AwsCalls.Target target)
        implements UiCustomizations {
    @Override
    public Document shown(String userPoolId, String clientId) {
        return calls.repeatable(new Call(target, "GetUICustomization", userPoolId), () -> {
            try {
                UICustomizationType shown = cognito.getUICustomization(
                                request -> request.userPoolId(userPoolId).clientId(clientId))
                        .uiCustomization();
                return shown == null ? Document.empty() : SdkDocuments.read(shown);
            } catch (ResourceNotFoundException none) {
                return Document.empty();
            }
        });
    }

    @Override
    public void set(Document request) {
        SetUiCustomizationRequest body =
                SdkDocuments.write(SetUiCustomizationRequest.builder(), request).build();
        calls.repeatable(
                new Call(target, "SetUICustomization", body.userPoolId()), () -> cognito.setUICustomization(body));
    }
}
