package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.TemplateKind;
import java.util.List;

/** What AWS's service model allows in the body of an operation. The AWS SDK sends whatever it is given, so it is checked here. */
public interface RequestShapes {

    /** Each member that is unknown, missing, of the wrong type or out of range; empty for a body that AWS would read. */
    List<Violation> violations(TemplateKind kind, Document body);

    /**
     * A constraint of the service model that does not hold.
     *
     * @param member where, as in {@link RequestTemplates.Rendered}
     * @param message names member and constraint
     */
    record Violation(String member, String message) {}
}
