package io.integrationshub.provisioner;

import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.SupersededException;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a run as a killed process would, right before or right after one of its writes to the database or to AWS: what was not
 * committed is rolled back and nothing is announced (that is what the exception used here does). Then the job is taken up again, as
 * after a restart.
 */
final class Crashes {
    private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

    private Crashes() {}

    private record Plan(String integration, AtomicInteger writesLeft, boolean after) {}

    /** A write that may be the last thing a run does. */
    @FunctionalInterface
    interface Write<T> {
        T run() throws Throwable;
    }

    /**
     * The run dies at its n-th write from now on, counted from 1.
     *
     * @param accessKeyId of an AWS account that only this integration uses
     */
    static void at(String integration, String accessKeyId, int write, boolean after) {
        Plan plan = new Plan(integration, new AtomicInteger(write), after);
        PLANS.put(integration, plan);
        PLANS.put(accessKeyId, plan);
    }

    static void none(String integration, String accessKeyId) {
        PLANS.remove(integration);
        PLANS.remove(accessKeyId);
    }

    /** True when it died. */
    static boolean happened(String integration) {
        return PLANS.get(integration).writesLeft().get() <= 0;
    }

    /**
     * Does a write, or dies.
     *
     * @param whose integration id or access key id
     */
    static <T> T write(String whose, Write<T> write) throws Throwable {
        Plan plan = PLANS.get(whose);
        boolean now = plan != null && plan.writesLeft().decrementAndGet() == 0;
        if (now && !plan.after()) {
            throw die(plan);
        }
        T result = write.run();
        if (now) {
            throw die(plan);
        }
        return result;
    }

    private static SupersededException die(Plan plan) {
        // Waits for the locks of the dying transaction, so it cannot be done by the dying thread.
        Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew()
                        .run(() -> Arc.container().instance(Jobs.class).get().wake("provision", plan.integration())));
        return new SupersededException("The run was killed by the test and");
    }
}
