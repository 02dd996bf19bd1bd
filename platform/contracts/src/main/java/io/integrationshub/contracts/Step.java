package io.integrationshub.contracts;

/**
 * A step of an execution.
 *
 * @param name the words on screen, for example "List User Pool"; one name occurs once per execution
 * @param order where the step stands in the execution, ascending over all services, so that a list needs no clocks to be sorted
 * @param attempt 1 for the first try of this step in this execution, then 2, 3, …
 */
public record Step(String name, int order, int attempt) {

    /** The part of a fact's name that stands for this try of this step. */
    String fact() {
        return name + "/" + attempt;
    }
}
