package io.integrationshub.provisioner.template;

import io.integrationshub.provisioner.domain.ProvisioningException.Place;

/** A template cannot be used. The message says why and where; it quotes neither the template nor a value. */
final class InvalidTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    InvalidTemplateException(String message) {
        super(message);
        this.place = null;
    }

    InvalidTemplateException(String message, int line, int column) {
        super(message + " " + new Place(line, column));
        this.place = new Place(line, column);
    }

    /** Null when the template is wrong as a whole. */
    Place place() {
        return place;
    }
}
