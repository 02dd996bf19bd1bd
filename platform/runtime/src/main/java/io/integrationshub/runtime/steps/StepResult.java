package io.integrationshub.runtime.steps;

import java.util.Map;

/**
 * What a step came to.
 *
 * @param value for the steps after it
 * @param writes changes it made outside; 0 when everything was as it should be
 * @param output for people: allow-listed values only, never a secret
 */
public record StepResult<T>(T value, int writes, Map<String, Object> output) {

    /** A step that only looked. */
    public static <T> StepResult<T> read(T value, Map<String, Object> output) {
        return new StepResult<>(value, 0, output);
    }
}
