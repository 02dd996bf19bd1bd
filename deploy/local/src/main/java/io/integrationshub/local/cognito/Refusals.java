package io.integrationshub.local.cognito;

/** The faults that refuse a request before it is executed, in AWS's words. */
final class Refusals {
    private Refusals() {}

    static void check(Fault fault, String action, String resource, Caller caller) {
        switch (fault.kind()) {
            case THROTTLE -> throw new AwsError("TooManyRequestsException", "Rate exceeded");
            case ERROR500 -> throw new AwsError("InternalErrorException", 500, "Something went wrong");
            case DENY ->
                throw new AwsError(
                        "AccessDeniedException",
                        "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: "
                                + resource + " because no identity-based policy allows the " + action + " action");
            case EXPIRED_TOKEN ->
                throw new AwsError("ExpiredTokenException", "The security token included in the request is expired");
            case UNIMPLEMENTED ->
                throw new AwsError(
                        "UnknownOperationException",
                        "Unknown operation '" + action.substring(action.indexOf(':') + 1) + "'.");
            case SLOW, DROP_REPLY, HTML, PAGE, STATUS404, BARE -> {}
        }
    }
}
