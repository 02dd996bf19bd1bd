package io.integrationshub.provisioner.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What only CreateUserPool can say: how users sign in, and the attributes they have. When a template says something else about an
 * existing pool than is true of it, only another pool could help, and with it every user would be gone; so that is refused.
 */
public final class CreateOnlyMembers {
    private static final List<String> NAMES =
            List.of("AliasAttributes", "UsernameAttributes", "UsernameConfiguration", "Schema");

    private CreateOnlyMembers() {}

    /**
     * @throws ProvisioningException LOCKED_FIELD, naming every member that would have to change
     */
    public static void requireUnchanged(Document template, Document pool) {
        List<String> locked = new ArrayList<>();
        for (String name : NAMES) {
            if (template.has(name) && !holds(name, template, pool)) {
                locked.add(name);
            }
        }
        if (!locked.isEmpty()) {
            throw ProvisioningException.input(
                    "LOCKED_FIELD",
                    String.join(", ", locked) + " can be set only when a user pool is created, and this pool has other"
                            + " values. Put the values of the pool back into the templates; a new pool would lose its"
                            + " users",
                    "template-locked-field");
        }
    }

    /** The template without what only CreateUserPool takes. */
    public static Document strip(Document template) {
        return template.without(NAMES.toArray(String[]::new));
    }

    private static boolean holds(String name, Document template, Document pool) {
        return name.equals("Schema")
                ? template.objects(name).stream().allMatch(attribute -> exists(attribute, pool))
                : Difference.paths(template.only(List.of(name)), pool.only(List.of(name)))
                        .isEmpty();
    }

    /** AWS fills in constraints and prefixes the names of custom attributes, so only what the template says is compared. */
    private static boolean exists(Document wanted, Document pool) {
        String name = wanted.text("Name").orElse("");
        return pool.objects("SchemaAttributes").stream()
                .filter(present -> isNamed(present.text("Name").orElse(""), name))
                .anyMatch(present -> wanted.without("Name").members().entrySet().stream()
                        .filter(member -> !(member.getValue() instanceof Map))
                        .allMatch(member ->
                                member.getValue().equals(present.members().get(member.getKey()))));
    }

    private static boolean isNamed(String present, String wanted) {
        return present.equals(wanted) || present.equals("custom:" + wanted) || present.equals("dev:custom:" + wanted);
    }
}
