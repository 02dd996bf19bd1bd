package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.List;

/** Looks whether an update did what it was sent for. */
final class Applied {
    private Applied() {}

    /**
     * @param resource in the words of a person
     * @param shown by AWS after the update
     * @param paths of the members that are not as wanted
     */
    static void require(String resource, Document shown, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        boolean hidden = paths.stream().map(path -> path.split("\\.", 2)[0]).noneMatch(shown::has);
        if (hidden) {
            throw ProvisioningException.input(
                    "ENDPOINT_UNSUPPORTED",
                    "This endpoint does not show these members of the " + resource + " after they were set, so the hub"
                            + " cannot tell whether they were: " + String.join(", ", paths),
                    "aws-endpoint");
        }
        throw ProvisioningException.hub(
                ErrorClass.TRANSIENT,
                "UPDATE_NOT_APPLIED",
                "After the update these members of the " + resource + " are not as wanted: "
                        + String.join(", ", paths)
                        + ". Somebody else may have changed it in the same moment; it is tried again",
                "wait");
    }
}
