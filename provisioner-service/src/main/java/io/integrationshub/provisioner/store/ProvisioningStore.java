package io.integrationshub.provisioner.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.application.Provisionings;
import io.integrationshub.provisioner.domain.AppliedPage;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Table {@code provisioning}: one row per integration. Plain SQL, because the row lock is the point. */
@ApplicationScoped
class ProvisioningStore implements Provisionings {
    private static final String FIND = """
            select store_id, wish, phase, attempt, writes, paused, lifecycle_change, realms, account_id, region,
                   user_pool_id, pool_intent, pool_created_by_us, client_id, client_intent, client_secret_sealed,
                   callback_urls, user_pool, page
            from provisioning where integration_id = ?""";

    private static final String LOCK = FIND + " for update";

    private static final String SAVE = """
            insert into provisioning (integration_id, store_id, execution_number, wish, phase, attempt, writes, paused,
                    lifecycle_change, realms, account_id, region, user_pool_id, pool_intent, pool_created_by_us,
                    client_id, client_intent, client_secret_sealed, callback_urls, user_pool, page)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
            on conflict (integration_id) do update set
                    execution_number = excluded.execution_number, wish = excluded.wish, phase = excluded.phase,
                    attempt = excluded.attempt, writes = excluded.writes, paused = excluded.paused,
                    lifecycle_change = excluded.lifecycle_change, realms = excluded.realms,
                    account_id = excluded.account_id, region = excluded.region, user_pool_id = excluded.user_pool_id,
                    pool_intent = excluded.pool_intent, pool_created_by_us = excluded.pool_created_by_us,
                    client_id = excluded.client_id, client_intent = excluded.client_intent,
                    client_secret_sealed = excluded.client_secret_sealed, callback_urls = excluded.callback_urls,
                    user_pool = excluded.user_pool, page = excluded.page, updated_at = now()""";

    private final DataSource database;

    ProvisioningStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Provisioning> lock(UUID integrationId) {
        return read(LOCK, integrationId);
    }

    @Override
    public Optional<Provisioning> find(UUID integrationId) {
        return read(FIND, integrationId);
    }

    private Optional<Provisioning> read(String sql, UUID integrationId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, integrationId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(provisioning(integrationId, row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("Integration " + integrationId + " could not be read", e);
        }
    }

    @Override
    public void save(Provisioning state) {
        Holdings held = state.holdings();
        Object[] values = {
            state.integrationId(),
            state.storeId(),
            state.executionNumber(),
            json(state.wish()),
            state.phase().name(),
            state.attempt(),
            state.writes(),
            state.paused(),
            state.lifecycleChange(),
            json(state.realms()),
            held.accountId(),
            held.region(),
            held.userPoolId(),
            held.poolIntent(),
            held.poolCreatedByUs(),
            held.clientId(),
            held.clientIntent(),
            held.clientSecret() == null ? null : held.clientSecret().ciphertext(),
            json(held.callbackUrls()),
            json(held.userPool()),
            json(held.page())
        };
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAVE)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Integration " + state.integrationId() + " could not be stored", e);
        }
    }

    private static Provisioning provisioning(UUID integrationId, ResultSet row)
            throws SQLException, JsonProcessingException {
        return new Provisioning(
                integrationId,
                row.getString("store_id"),
                read(row.getString("wish"), new TypeReference<Wish>() {}),
                Phase.valueOf(row.getString("phase")),
                row.getInt("attempt"),
                row.getInt("writes"),
                row.getBoolean("paused"),
                row.getLong("lifecycle_change"),
                read(row.getString("realms"), new TypeReference<List<WiredRealm>>() {}),
                holdings(row));
    }

    private static Holdings holdings(ResultSet row) throws SQLException, JsonProcessingException {
        String secret = row.getString("client_secret_sealed");
        return new Holdings(
                row.getString("account_id"),
                row.getString("region"),
                row.getString("user_pool_id"),
                row.getString("pool_intent"),
                row.getBoolean("pool_created_by_us"),
                row.getString("client_id"),
                row.getString("client_intent"),
                secret == null ? null : new SealedSecret(secret),
                read(row.getString("callback_urls"), new TypeReference<List<String>>() {}),
                read(row.getString("user_pool"), new TypeReference<UserPool>() {}),
                read(row.getString("page"), new TypeReference<AppliedPage>() {}));
    }

    private static <T> T read(String json, TypeReference<T> type) throws JsonProcessingException {
        return json == null ? null : Json.mapper().readValue(json, type);
    }

    private static String json(Object value) {
        try {
            return value == null ? null : Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + value.getClass().getSimpleName() + " cannot be written", e);
        }
    }
}
