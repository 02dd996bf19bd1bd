package io.integrationshub.log.application;

import java.util.List;

/** Draws conclusions from what happened to executions, in the transaction that records it. */
public interface Follower {

    /** Each execution at most once. The same change may be told again after a rebuild: conclude from it once all the same. */
    void follow(List<Change> changes);
}
