package io.integrationshub.config.application;

import org.jspecify.annotations.Nullable;

/** Another service of the hub gave no usable answer to a person who waits for one. Nothing was changed; worth another try. */
public final class ServiceSilentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String service;

    /** @param why for the log; never what was sent */
    public ServiceSilentException(String service, String why, @Nullable Throwable cause) {
        super(service + ": " + why, cause);
        this.service = service;
    }

    /** The service that was asked, for example {@code provisioner-service}. */
    public String service() {
        return service;
    }
}
