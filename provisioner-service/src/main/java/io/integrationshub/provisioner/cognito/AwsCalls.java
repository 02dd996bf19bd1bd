package io.integrationshub.provisioner.cognito;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.application.ProvisionerConfig;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.egress.RequestPlaces;
import io.integrationshub.runtime.jobs.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends calls: in their turn, counted, and repeated where that is safe. Whatever the SDK throws becomes the hub's own words. The SDK
 * itself repeats nothing, because it would repeat a create whose reply was lost, and would take no turn for it.
 */
final class AwsCalls {
    private static final int ATTEMPTS = 4;
    private static final Backoff SHORTLY = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
    private static final Backoff SLOWLY = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8));

    private final Throttle throttle;
    private final Duration callTimeout;
    private final MeterRegistry metrics;

    AwsCalls(RequestPlaces requestPlaces, ProvisionerConfig config, MeterRegistry metrics) {
        this.throttle = new Throttle(requestPlaces, config);
        this.callTimeout = config.callTimeout();
        this.metrics = metrics;
    }

    /**
     * Where a call goes.
     *
     * @param accountId asked for only when the operation is counted by account
     */
    record Target(Supplier<String> accountId, String region) {}

    /**
     * A call of one operation.
     *
     * @param userPoolId the pool it is about; null for none
     */
    record Call(Target target, String operation, String userPoolId) {
        Optional<Quota> quota() {
            return Quota.of(operation);
        }

        /** What AWS counts it with. */
        String counted(Quota quota) {
            return String.join("/", target.accountId().get(), target.region(), quota.category());
        }

        AwsErrors.Origin origin(boolean create) {
            return new AwsErrors.Origin(quota().isPresent() ? "cognito" : "sts", operation, create);
        }
    }

    /** For reads, deletes and updates with a complete body: passing trouble is waited for, for a moment. */
    <T> T repeatable(Call call, Supplier<T> sending) {
        long from = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return send(call, sending);
            } catch (SdkException e) {
                Failure failure = AwsErrors.diagnose(call.origin(false), e);
                Duration pause = (failure.errorClass() == ErrorClass.THROTTLED ? SLOWLY : SHORTLY).pause(attempt);
                Duration spent = Duration.ofNanos(System.nanoTime() - from);
                boolean inTime = spent.plus(pause).compareTo(callTimeout) < 0;
                if (attempt == ATTEMPTS || !inTime || !AwsErrors.passesShortly(failure, e)) {
                    throw new ProvisioningException(failure, e);
                }
                Throttle.pause(pause);
            }
        }
    }

    /** For creates, which are sent once. */
    <T> T once(Call call, Supplier<T> sending) {
        try {
            return send(call, sending);
        } catch (SdkException e) {
            throw new ProvisioningException(AwsErrors.diagnose(call.origin(true), e), e);
        }
    }

    private <T> T send(Call call, Supplier<T> sending) {
        Optional<Quota> quota = call.quota();
        quota.ifPresent(known -> throttle.await(known, call.counted(known), call.operation(), call.userPoolId()));
        try {
            T answer = sending.get();
            count(call, "OK");
            return answer;
        } catch (SdkException e) {
            Failure failure = AwsErrors.diagnose(call.origin(false), e);
            count(call, failure.code());
            if (failure.errorClass() == ErrorClass.THROTTLED) {
                quota.ifPresent(known -> throttle.refused(call.counted(known)));
            }
            throw e;
        }
    }

    private void count(Call call, String code) {
        metrics.counter("hub.aws.requests", "operation", call.operation(), "code", code)
                .increment();
    }
}
