package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One pool in the store: whose it is, its document as DescribeUserPool shows it, and what hangs on it.
 *
 * @param entry the mutable tree in the store
 */
record UserPool(ObjectNode entry) {
    static UserPool create(Caller owner, long sequence, ObjectNode document) {
        ObjectNode entry = Json.object()
                .put("Account", owner.accountId())
                .put("Region", owner.region())
                .put("Sequence", sequence);
        entry.set("Pool", document);
        entry.putObject("Mfa");
        entry.putObject("UiCustomizations");
        entry.putObject("Clients");
        return new UserPool(entry);
    }

    String id() {
        return Json.text(document(), "Id");
    }

    String region() {
        return Json.text(entry, "Region");
    }

    boolean belongsTo(Caller caller) {
        return Json.text(entry, "Account").equals(caller.accountId()) && region().equals(caller.region());
    }

    long sequence() {
        return entry.path("Sequence").asLong();
    }

    /** The UserPoolType without the members that are computed on describe. */
    ObjectNode document() {
        return (ObjectNode) entry.get("Pool");
    }

    void replaceDocument(ObjectNode document) {
        entry.set("Pool", document);
    }

    String tier() {
        return Json.text(document(), "UserPoolTier");
    }

    ObjectNode mfa() {
        return (ObjectNode) entry.get("Mfa");
    }

    void replaceMfa(ObjectNode mfa) {
        entry.set("Mfa", mfa);
    }

    ObjectNode uiCustomizations() {
        return (ObjectNode) entry.get("UiCustomizations");
    }

    /** Styles of managed login by the id of their client; a state file of old has none. */
    ObjectNode brandings() {
        return entry.withObject("/ManagedLoginBrandings");
    }

    /** App clients by id, each as DescribeUserPoolClient shows it. */
    ObjectNode clients() {
        return (ObjectNode) entry.get("Clients");
    }

    ObjectNode client(String clientId) {
        if (clients().get(clientId) instanceof ObjectNode client) {
            return client;
        }
        throw AwsError.notFound("User pool client " + clientId + " does not exist.");
    }

    List<String> attributeNames() {
        return StreamSupport.stream(document().path("SchemaAttributes").spliterator(), false)
                .map(attribute -> Json.text(attribute, "Name"))
                .toList();
    }

    JsonNode attribute(String name) {
        return StreamSupport.stream(document().path("SchemaAttributes").spliterator(), false)
                .filter(attribute -> Json.text(attribute, "Name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
