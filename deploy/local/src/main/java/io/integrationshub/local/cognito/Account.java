package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** One access key of one IAM user of an AWS account that the stand-in knows. */
record Account(String accountId, String accessKeyId, String secretAccessKey, String userName) {
    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("\\w{16,128}");

    /** Initialised after the patterns its own accounts are checked with. */
    static final List<Account> SEEDED = List.of(
            new Account("111122223333", CognitoStandIn.ACCESS_KEY_ID, CognitoStandIn.SECRET_ACCESS_KEY, "hub"),
            new Account("444455556666", "AKIALOCALHUB00000002", "local/hub/secret/access/key+000000000002", "hub"));

    Account {
        if (!ACCOUNT_ID.matcher(accountId).matches()) {
            throw new IllegalArgumentException("accountId must have 12 digits");
        }
        if (!ACCESS_KEY_ID.matcher(accessKeyId).matches()) {
            throw new IllegalArgumentException("accessKeyId must have 16 to 128 word characters");
        }
        if (secretAccessKey.isBlank()) {
            throw new IllegalArgumentException("secretAccessKey must not be blank");
        }
    }

    static Account of(ObjectNode json) {
        return new Account(
                json.path("accountId").asText(),
                json.path("accessKeyId").asText(),
                json.path("secretAccessKey").asText(),
                json.path("userName").asText("hub"));
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("accountId", accountId)
                .put("accessKeyId", accessKeyId)
                .put("secretAccessKey", secretAccessKey)
                .put("userName", userName);
    }

    @Override
    public String toString() {
        return "Account[" + accountId + ", " + accessKeyId + ", secret hidden]";
    }
}
