package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.local.test.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.sts.StsClient;

/** A stand-in per test, the SDK's clients against it, and signed requests the SDK would not send. */
final class StandInFixture implements BeforeEachCallback, AfterEachCallback {
    static final AwsBasicCredentials HUB =
            AwsBasicCredentials.create(CognitoStandIn.ACCESS_KEY_ID, CognitoStandIn.SECRET_ACCESS_KEY);
    static final AwsBasicCredentials OTHER_ACCOUNT =
            AwsBasicCredentials.create("AKIALOCALHUB00000002", "local/hub/secret/access/key+000000000002");
    private static final Duration DOMAIN_DELAY = Duration.ofMillis(150);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private CognitoStandIn standIn;

    @Override
    public void beforeEach(ExtensionContext context) {
        start(null, Clock.systemUTC());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        standIn.close();
    }

    void start(Path stateFile, Clock clock) {
        if (standIn != null) {
            standIn.close();
        }
        standIn = CognitoStandIn.start(0, stateFile, clock, DOMAIN_DELAY);
    }

    CognitoStandIn standIn() {
        return standIn;
    }

    CognitoIdentityProviderClient cognito() {
        return cognito(HUB, Region.EU_WEST_1);
    }

    CognitoIdentityProviderClient cognito(AwsBasicCredentials credentials, Region region) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(standIn.endpoint())
                .region(region)
                .credentialsProvider(provider(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    StsClient sts(AwsBasicCredentials credentials) {
        return StsClient.builder()
                .endpointOverride(standIn.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(provider(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    static AwsCredentialsProvider provider(AwsBasicCredentials credentials) {
        return StaticCredentialsProvider.create(credentials);
    }

    String poolNamed(String name) {
        return cognito().createUserPool(pool -> pool.poolName(name)).userPool().id();
    }

    void domain(String poolId, String prefix) {
        cognito()
                .createUserPoolDomain(
                        domain -> domain.userPoolId(poolId).domain(prefix).managedLoginVersion(1));
        awaitStatus(prefix, DomainStatusType.ACTIVE);
    }

    void awaitStatus(String prefix, DomainStatusType status) {
        Waits.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cognito()
                                .describeUserPoolDomain(domain -> domain.domain(prefix))
                                .domainDescription()
                                .status()
                        == status);
    }

    /** Sends {@code body} as it is, properly signed: the SDK cannot be made to send most invalid requests. */
    HttpResponse<String> signed(String operation, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(standIn.endpoint() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signedHeaders(operation, body).forEach(request::header);
        return send(request.build());
    }

    Map<String, String> signedHeaders(String operation, String body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(standIn.endpoint() + "/"))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(HUB)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cognito-idp")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"))
                .request();
        Map<String, String> headers = new HashMap<>();
        signed.forEachHeader((name, values) -> headers.put(name, values.getFirst()));
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Host") || name.equalsIgnoreCase("Content-Length"));
        return headers;
    }

    HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(standIn.endpoint() + path)).build());
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(standIn.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
