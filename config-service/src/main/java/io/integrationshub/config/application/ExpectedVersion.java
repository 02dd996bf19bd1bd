package io.integrationshub.config.application;

import java.util.Set;

/** Which versions of a thing the caller is ready to change: what an If-Match header says. */
public sealed interface ExpectedVersion {

    /** Whatever version it has. */
    record Any() implements ExpectedVersion {}

    /** One of these, and no other. */
    record OneOf(Set<Long> versions) implements ExpectedVersion {}

    /** True when a thing of this version may be changed. */
    default boolean allows(long version) {
        return switch (this) {
            case Any() -> true;
            case OneOf(Set<Long> versions) -> versions.contains(version);
        };
    }

    /**
     * Goes on only with a version that the caller has seen.
     *
     * @throws VersionChangedException otherwise
     */
    default void require(long version) {
        if (!allows(version)) {
            throw new VersionChangedException();
        }
    }
}
