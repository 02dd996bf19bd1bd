package io.integrationshub.provisioner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** An administrator who changes something in the AWS console, which sends everything else again as it was. */
final class Console {
    private Console() {}

    /** @param edit of a request that would change nothing */
    static void editPool(UserPoolType pool, Consumer<UpdateUserPoolRequest.Builder> edit) {
        UpdateUserPoolRequest.Builder request = UpdateUserPoolRequest.builder();
        copy(pool, (SdkPojo) request);
        // Update refuses both of them as Describe shows them.
        request.userPoolId(pool.id())
                .poolName(pool.name())
                .mfaConfiguration((String) null)
                .adminCreateUserConfig(pool.adminCreateUserConfig().toBuilder()
                        .unusedAccountValidityDays(null)
                        .build());
        edit.accept(request);
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPool(request.build());
        }
    }

    /** @param edit of a request that would change nothing */
    static void editClient(UserPoolClientType client, Consumer<UpdateUserPoolClientRequest.Builder> edit) {
        UpdateUserPoolClientRequest.Builder request = UpdateUserPoolClientRequest.builder();
        copy(client, (SdkPojo) request);
        edit.accept(request);
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPoolClient(request.build());
        }
    }

    private static void copy(SdkPojo shown, SdkPojo request) {
        Map<String, SdkField<?>> members = new LinkedHashMap<>();
        shown.sdkFields().forEach(field -> members.put(field.memberName(), field));
        for (SdkField<?> field : request.sdkFields()) {
            SdkField<?> same = members.get(field.memberName());
            if (same != null) {
                field.set(request, same.getValueOrDefault(shown));
            }
        }
    }
}
