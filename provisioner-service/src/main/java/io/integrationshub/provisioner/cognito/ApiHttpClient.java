package io.integrationshub.provisioner.cognito;

import java.io.IOException;
import java.util.Locale;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Takes a web page with a status of success for what it is. The SDK does not read the body of an answer that has no members, so
 * without this such a page would pass for an update that was made.
 */
record ApiHttpClient(SdkHttpClient http) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse response = prepared.call();
                String type = response.httpResponse()
                        .firstMatchingHeader("Content-Type")
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .orElse("");
                if (response.httpResponse().isSuccessful() && type.startsWith("text/html")) {
                    prepared.abort();
                    throw new NoAwsAnswerException("text/html");
                }
                return response;
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
