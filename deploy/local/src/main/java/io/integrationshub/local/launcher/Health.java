package io.integrationshub.local.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks {@code /q/health/ready}. */
record Health(URI url) {
    private static final int LIMIT_MILLIS = 2_000;

    boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
