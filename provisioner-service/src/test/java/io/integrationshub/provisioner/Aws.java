package io.integrationshub.provisioner;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.Json;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The AWS account as an administrator sees it in the console, and the strings to make AWS misbehave. */
final class Aws {
    static final String REGION = "eu-west-1";
    static final String OTHER_KEY = "AKIALOCALHUB00000002";
    static final String OTHER_SECRET = "local/hub/secret/access/key+000000000002";

    private Aws() {}

    static CognitoIdentityProviderClient console() {
        return console(CognitoStandIn.ACCESS_KEY_ID, CognitoStandIn.SECRET_ACCESS_KEY);
    }

    static CognitoIdentityProviderClient console(String key, String secret) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(HubInfra.cognito().uri())
                .region(Region.of(REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .build();
    }

    /** The pools with the tag of an integration. */
    static List<UserPoolType> poolsOf(UUID integration) {
        try (CognitoIdentityProviderClient console = console()) {
            return console.listUserPoolsPaginator(page -> page.maxResults(60)).stream()
                    .flatMap(page -> page.userPools().stream())
                    .map(pool -> console.describeUserPool(r -> r.userPoolId(pool.id()))
                            .userPool())
                    .filter(pool ->
                            integration.toString().equals(pool.userPoolTags().get("integrationshub:integration-id")))
                    .toList();
        }
    }

    static UserPoolType poolOf(UUID integration) {
        List<UserPoolType> pools = poolsOf(integration);
        if (pools.size() != 1) {
            throw new AssertionError(pools.size() + " pools instead of one");
        }
        return pools.getFirst();
    }

    static List<UserPoolClientType> clientsOf(String userPoolId) {
        try (CognitoIdentityProviderClient console = console()) {
            return console.listUserPoolClients(r -> r.userPoolId(userPoolId).maxResults(60)).userPoolClients().stream()
                    .map(client -> console.describeUserPoolClient(
                                    r -> r.userPoolId(userPoolId).clientId(client.clientId()))
                            .userPoolClient())
                    .toList();
        }
    }

    static void misbehave(String operation, String kind, int times) {
        HubInfra.cognito()
                .control(
                        "POST",
                        "faults",
                        "{\"operation\":\"%s\",\"kind\":\"%s\",\"times\":%d}".formatted(operation, kind, times));
    }

    /** The next request of the operation is done and answered late. */
    static void slow(String operation, Duration delay) {
        HubInfra.cognito()
                .control(
                        "POST",
                        "faults",
                        "{\"operation\":\"%s\",\"kind\":\"slow\",\"times\":1,\"delayMs\":%d}"
                                .formatted(operation, delay.toMillis()));
    }

    static void behave() {
        HubInfra.cognito().control("DELETE", "faults", "");
    }

    /** Number of the last request so far. */
    static long now() {
        return requests(0).path("last").asLong();
    }

    /** Operations that changed something after request number {@code since}. */
    static Stream<String> writesSince(long since) {
        return StreamSupport.stream(requests(since).path("requests").spliterator(), false)
                .filter(request -> request.path("write").asBoolean())
                .map(request -> request.path("operation").asText());
    }

    /** How requests after request number {@code since} ended. */
    static Stream<String> outcomesSince(long since) {
        return StreamSupport.stream(requests(since).path("requests").spliterator(), false)
                .map(request -> request.path("outcome").asText());
    }

    /** Operations that were asked for in a trace. */
    static Stream<String> operationsOf(String traceId) {
        return StreamSupport.stream(requests(0).path("requests").spliterator(), false)
                .filter(request -> request.path("traceId").asText().equals(traceId))
                .map(request -> request.path("operation").asText());
    }

    private static JsonNode requests(long since) {
        try {
            return Json.mapper().readTree(HubInfra.cognito().control("GET", "requests?since=" + since, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
