package io.integrationshub.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What started an execution. */
public enum Trigger {
    @JsonProperty("configured")
    CONFIGURED,
    @JsonProperty("reconfigured")
    RECONFIGURED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("restored")
    RESTORED,
    @JsonProperty("resumed")
    RESUMED,
    @JsonProperty("retry")
    RETRY,
    @JsonProperty("auto-retry")
    AUTO_RETRY,
    @JsonProperty("bulk-retry")
    BULK_RETRY,
    @JsonProperty("drift-heal")
    DRIFT_HEAL,
    @JsonProperty("deleted")
    DELETED
}
