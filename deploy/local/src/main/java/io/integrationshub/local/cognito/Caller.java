package io.integrationshub.local.cognito;

/** Who signed a request, and for which region; pools of one account and region are invisible to every other pair. */
record Caller(String accountId, String userName, String region) {

    String arn() {
        return "arn:aws:iam::" + accountId + ":user/" + userName;
    }

    String userPoolArn(String poolId) {
        return "arn:aws:cognito-idp:" + region + ":" + accountId + ":userpool/" + poolId;
    }
}
