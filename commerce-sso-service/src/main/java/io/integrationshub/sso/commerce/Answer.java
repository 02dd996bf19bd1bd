package io.integrationshub.sso.commerce;

import java.nio.charset.StandardCharsets;

/**
 * What Commerce answered.
 *
 * @param contentType "" when there was none
 * @param location where a redirect leads, "" when there was none
 */
record Answer(int status, String contentType, String location, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean ok() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + contentType;
    }
}
