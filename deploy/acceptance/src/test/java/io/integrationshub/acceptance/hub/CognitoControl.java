package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The Cognito stand-in: what it is told to do, and its accounts as their administrators see them. */
public record CognitoControl(Rest rest, URI endpoint) {

    /** Adds a key to an account, or gives a key another secret. */
    public void addKey(String accountId, String accessKeyId, String secretAccessKey) {
        rest.send(
                        "POST",
                        "/_control/accounts",
                        Map.of(
                                "accountId", accountId,
                                "accessKeyId", accessKeyId,
                                "secretAccessKey", secretAccessKey,
                                "userName", "hub"))
                .success();
    }

    /** The next request of the operation is executed late. */
    public void slow(String operation, Duration delay) {
        rest.send(
                        "POST",
                        "/_control/faults",
                        Map.of("operation", operation, "kind", "slow", "delayMs", delay.toMillis()))
                .success();
    }

    /** Returns when nothing that was asked for is still to come. */
    public void awaitFaultsMet() {
        await("the slow request is under way")
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        rest.get("/_control/faults").success().path("faults").isEmpty());
    }

    /** Operations that wrote in the account, since the launcher started. */
    public List<String> writes(String accountId) {
        List<String> operations = new ArrayList<>();
        for (JsonNode request : rest.get("/_control/requests").success().path("requests")) {
            if (request.path("write").asBoolean()
                    && request.path("account").asText().equals(accountId)) {
                operations.add(request.path("operation").asText());
            }
        }
        return operations;
    }

    /** The traces for which the account was called, in the order of the calls. */
    public List<String> traces(String accountId) {
        List<String> traces = new ArrayList<>();
        for (JsonNode request : rest.get("/_control/requests").success().path("requests")) {
            if (request.path("account").asText().equals(accountId)) {
                traces.add(request.path("traceId").asText());
            }
        }
        return traces;
    }

    /** An administrator of the tenant's account. */
    public AwsAccount account(Tenant tenant) {
        return account(tenant.accessKeyId(), tenant.secretAccessKey());
    }

    public AwsAccount account(String accessKeyId, String secretAccessKey) {
        return new AwsAccount(CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Tenant.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }
}
