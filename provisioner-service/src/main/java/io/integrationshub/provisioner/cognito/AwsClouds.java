package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.Cloud;
import io.integrationshub.provisioner.application.Clouds;
import io.integrationshub.provisioner.application.ProvisionerConfig;
import io.integrationshub.runtime.egress.RequestPlaces;
import io.integrationshub.runtime.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Opens AWS with one admin's keys for one run. All share one HTTP client; making SDK clients costs about a millisecond. */
@Singleton
class AwsClouds implements Clouds {
    private final ProvisionerConfig config;
    private final SdkHttpClient http;
    private final AwsCalls calls;

    AwsClouds(ProvisionerConfig config, RequestPlaces requestPlaces, MeterRegistry metrics, Traces traces) {
        this.config = config;
        this.calls = new AwsCalls(requestPlaces, config, metrics);
        SdkHttpClient plain = UrlConnectionHttpClient.builder()
                .connectionTimeout(config.connectTimeout())
                .socketTimeout(config.attemptTimeout())
                .build();
        this.http = new TracedHttpClient(new ApiHttpClient(plain), traces);
    }

    @Override
    public Cloud open(AwsKeys keys) {
        return new AwsCloud(Regions.require(keys.region()), keys, new AwsClients(config, http), calls);
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
