package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one operation does; it checks everything before it changes anything, and answers with the body of its reply. */
@FunctionalInterface
interface Operation {
    ObjectNode run(Call call);

    static boolean writes(String name) {
        return !name.startsWith("Describe") && !name.startsWith("List") && !name.startsWith("Get");
    }
}
