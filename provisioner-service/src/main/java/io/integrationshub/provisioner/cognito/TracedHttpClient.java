package io.integrationshub.provisioner.cognito;

import io.integrationshub.runtime.tracing.Traces;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Sends the trace that the hub works for along with each request, as the W3C header {@code traceparent}. Requests come here signed,
 * so the signature does not cover the header: a proxy may write its own span into it, and AWS still accepts the request.
 */
record TracedHttpClient(SdkHttpClient http, Traces traces) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return http.prepareRequest(traces.traceparent()
                .map(traceparent -> HttpExecuteRequest.builder()
                        .request(request.httpRequest().copy(header -> header.putHeader("traceparent", traceparent)))
                        .contentStreamProvider(request.contentStreamProvider().orElse(null))
                        .metricCollector(request.metricCollector().orElse(null))
                        .build())
                .orElse(request));
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
