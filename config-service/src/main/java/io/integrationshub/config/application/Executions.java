package io.integrationshub.config.application;

import io.integrationshub.contracts.Execution;
import java.util.List;
import java.util.UUID;

/** Which executions were started, of which generation. How they went is known to the execution log. */
public interface Executions {

    /** Notes a started execution. */
    void add(String storeId, UUID integrationId, long generation, Execution execution);

    /** True when the store's integration has had this execution. */
    boolean exists(String storeId, UUID integrationId, UUID executionId);

    /** Executions of the store's integration, latest first. */
    List<Execution> latest(String storeId, UUID integrationId, int limit);

    /** True when this execution was tried again already. */
    boolean retried(UUID executionId);
}
