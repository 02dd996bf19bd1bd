package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags; only pools have ARNs, so clients and domains cannot be tagged. */
final class Tags {
    private static final int LARGEST = 50;
    private static final Pattern ARN = Pattern.compile(
            "arn:aws:cognito-idp:(?<region>[\\w-]+):(?<account>\\d{12}):userpool/(?<pool>[\\w-]+_[0-9a-zA-Z]+)");

    private Tags() {}

    static ObjectNode tag(Call call) {
        ObjectNode pool = pool(call).document();
        ObjectNode tags = pool.get("UserPoolTags").deepCopy();
        tags.setAll((ObjectNode) call.input().get("Tags").deepCopy());
        check(tags, "InvalidParameterException");
        pool.set("UserPoolTags", tags);
        return Json.object();
    }

    static ObjectNode untag(Call call) {
        ((ObjectNode) pool(call).document().get("UserPoolTags")).remove(Json.texts(call.input(), "TagKeys"));
        return Json.object();
    }

    static ObjectNode list(Call call) {
        ObjectNode reply = Json.object();
        reply.set("Tags", pool(call).document().get("UserPoolTags"));
        return reply;
    }

    static void check(JsonNode tags, String errorType) {
        if (tags.size() > LARGEST) {
            throw new AwsError(errorType, "A resource can have at most " + LARGEST + " tags.");
        }
        if (tags.propertyStream()
                .anyMatch(tag -> tag.getKey().toLowerCase(Locale.ROOT).startsWith("aws:"))) {
            throw new AwsError(errorType, "Tag keys must not start with the reserved prefix aws:");
        }
    }

    private static UserPool pool(Call call) {
        Matcher arn = ARN.matcher(call.text("ResourceArn"));
        if (!arn.matches()
                || !arn.group("region").equals(call.caller().region())
                || !arn.group("account").equals(call.caller().accountId())) {
            throw AwsError.notFound("Resource " + call.text("ResourceArn") + " does not exist.");
        }
        return call.store().pool(call.caller(), arn.group("pool"));
    }
}
