package io.integrationshub.sso.commerce;

/**
 * What Commerce answered.
 *
 * @param contentType "" when there was none
 */
record Answer(int status, String contentType, byte[] body) {

    boolean ok() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + contentType;
    }
}
