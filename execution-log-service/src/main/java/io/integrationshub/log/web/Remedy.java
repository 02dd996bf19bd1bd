package io.integrationshub.log.web;

import io.integrationshub.log.domain.ExecutionError;

/**
 * What to do about an error: a sentence, and the click that begins with it. The error's own message says what is wrong in detail.
 */
record Remedy(String advice, Action action) {

    /** Where the click leads. */
    enum Action {
        RETRY,
        RECONFIGURE,
        AWS_QUOTAS,
        AWS_PERMISSIONS,
        AWS_USER_POOLS,
        EVIDENCE
    }

    private static final Remedy PASSES =
            new Remedy("This usually passes. Retry: what exists already is kept.", Action.RETRY);
    private static final Remedy CONFIGURATION = new Remedy(
            "Correct the configuration. Finishing it starts a new execution, which goes on from here.",
            Action.RECONFIGURE);
    private static final Remedy OPERATOR =
            new Remedy("Whoever runs the hub has to look at it: hand over the evidence, then retry.", Action.EVIDENCE);

    static Remedy of(ExecutionError error) {
        String id = error.remedy() == null ? "" : error.remedy();
        return switch (id) {
            case "aws-quota" ->
                new Remedy("Ask AWS for a higher quota, or remove what is not needed, then retry.", Action.AWS_QUOTAS);
            case "aws-permissions", "aws-role-trust" ->
                new Remedy("Add what the message names in AWS IAM, then retry.", Action.AWS_PERMISSIONS);
            case "user-pool-state", "user-pool-tier", "domain-broken" ->
                new Remedy("Put the user pool right in the Amazon Cognito console, then retry.", Action.AWS_USER_POOLS);
            case "hub-clock", "hub-defect", "aws-endpoint", "pool-events", "sign-in-host" -> OPERATOR;
            case "hub-unavailable",
                    "aws-throttled",
                    "aws-unavailable",
                    "commerce-throttled",
                    "commerce-unavailable",
                    "commerce-conflict",
                    "oidc-discovery",
                    "sign-in",
                    "sign-in-check" -> PASSES;
            default -> configured(id) ? CONFIGURATION : PASSES;
        };
    }

    private static boolean configured(String id) {
        return id.matches("(aws|commerce|domain|template|merchant|buyer|oidc|user-pool|sign-in)-.+");
    }
}
