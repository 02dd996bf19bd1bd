package io.integrationshub.local.infra;

/**
 * One database with the role that owns it.
 *
 * @param jdbcUrl without credentials
 */
public record Database(String jdbcUrl, String username, String password) {
    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", " + username + "]";
    }
}
