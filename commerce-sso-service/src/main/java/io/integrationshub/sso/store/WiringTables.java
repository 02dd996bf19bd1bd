package io.integrationshub.sso.store;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.sso.application.Wirings;
import io.integrationshub.sso.domain.CreateIntent;
import io.integrationshub.sso.domain.Goal;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Wiring;
import io.integrationshub.sso.domain.WiringState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tables {@code wiring} and {@code realm_record}. */
@ApplicationScoped
class WiringTables implements Wirings {
    private final Sql sql;

    WiringTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Wiring> find(UUID integrationId) {
        return sql.one("""
                select integration_id, store_id, goal, generation, execution::text, spec::text, user_pool::text,
                       deletion::text, causation_id, state, attempt
                from wiring where integration_id = ?""", WiringTables::wiring, integrationId);
    }

    @Override
    public void replace(Wiring wiring) {
        sql.change(
                """
                insert into wiring (integration_id, store_id, goal, generation, execution_number, execution, spec, user_pool,
                                    deletion, causation_id, state, attempt)
                values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)
                on conflict (integration_id) do update set
                    goal = excluded.goal, generation = excluded.generation, execution_number = excluded.execution_number,
                    execution = excluded.execution, spec = excluded.spec, user_pool = excluded.user_pool,
                    deletion = excluded.deletion, causation_id = excluded.causation_id,
                    state = excluded.state, attempt = excluded.attempt, drift_checked_at = null, updated_at = now()
                where wiring.execution_number < excluded.execution_number""",
                wiring.integrationId(),
                wiring.storeId(),
                wiring.goal().name(),
                wiring.generation(),
                wiring.execution().number(),
                Sql.json(wiring.execution()),
                Sql.json(wiring.spec()),
                Sql.json(wiring.userPool()),
                Sql.json(wiring.deletion()),
                wiring.causationId(),
                wiring.state().name(),
                wiring.attempt());
    }

    @Override
    public boolean lockAtWork(UUID integrationId, long executionNumber) {
        return sql.one("""
                select 1 from wiring where integration_id = ? and execution_number = ? and state = 'WIRING' for update""", row -> true, integrationId, executionNumber).isPresent();
    }

    @Override
    public Optional<Boolean> lockApplied(UUID integrationId, long executionNumber) {
        return sql.one("""
                select drift_checked_at is null from wiring
                where integration_id = ? and execution_number = ? and goal = 'WIRE' and state = 'WIRED' for update""", row -> row.getBoolean(1), integrationId, executionNumber);
    }

    @Override
    public void driftChecked(UUID integrationId) {
        sql.change("update wiring set drift_checked_at = now() where integration_id = ?", integrationId);
    }

    @Override
    public int countAttempt(UUID integrationId) {
        return sql.one(
                        "update wiring set attempt = attempt + 1, updated_at = now() where integration_id = ? returning attempt",
                        row -> row.getInt(1),
                        integrationId)
                .orElseThrow();
    }

    @Override
    public void end(UUID integrationId, WiringState state) {
        sql.change(
                "update wiring set state = ?, updated_at = now() where integration_id = ?",
                state.name(),
                integrationId);
    }

    @Override
    public RealmRecord realm(UUID integrationId, Realm realm) {
        return sql.one(
                        """
                select realm_id, profile_id, created_by_us, secret_digest, create_intent::text, added_redirect_uris::text
                from realm_record where integration_id = ? and realm = ?""",
                        row -> new RealmRecord(
                                realm,
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                Sql.json(row.getString(5), CreateIntent.class),
                                Sql.texts(row.getString(6))),
                        integrationId,
                        realm.name())
                .orElseGet(() -> RealmRecord.untouched(realm));
    }

    @Override
    public void keep(UUID integrationId, RealmRecord record) {
        sql.change(
                """
                insert into realm_record (integration_id, realm, realm_id, profile_id, created_by_us, secret_digest,
                                          create_intent, added_redirect_uris)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                on conflict (integration_id, realm) do update set
                    realm_id = excluded.realm_id, profile_id = excluded.profile_id,
                    created_by_us = excluded.created_by_us, secret_digest = excluded.secret_digest,
                    create_intent = excluded.create_intent, added_redirect_uris = excluded.added_redirect_uris,
                    updated_at = now()""",
                integrationId,
                record.realm().name(),
                record.realmId(),
                record.profileId(),
                record.createdByUs(),
                record.secretDigest(),
                Sql.json(record.intent()),
                Sql.json(record.addedRedirectUris()));
    }

    @Override
    public boolean heldByAnother(UUID integrationId, String profileId) {
        return sql.one(
                        "select 1 from realm_record where profile_id = ? and integration_id <> ? limit 1",
                        row -> true,
                        profileId,
                        integrationId)
                .isPresent();
    }

    @Override
    public List<String> wantedByOthers(UUID integrationId, String buyerRealmId) {
        return sql.one("""
                select coalesce(jsonb_agg(distinct url), '[]')::text
                from realm_record r join wiring w using (integration_id),
                     jsonb_array_elements_text(w.spec -> 'buyer' -> 'callbackUrls') url
                where r.realm = 'BUYER' and r.realm_id = ? and r.integration_id <> ?
                  and w.goal = 'WIRE' and (w.spec -> 'buyer' ->> 'enabled')::boolean""", row -> Sql.texts(row.getString(1)), buyerRealmId, integrationId)
                .orElse(List.of());
    }

    @Override
    public boolean takeTurn(String realmId, UUID integrationId, Duration longest) {
        return sql.one("""
                insert into realm_turn (realm_id, integration_id, until) values (?, ?, now() + make_interval(secs => ?))
                on conflict (realm_id) do update set integration_id = excluded.integration_id, until = excluded.until
                where realm_turn.integration_id = excluded.integration_id or realm_turn.until < now()
                returning 1""", row -> true, realmId, integrationId, (double) longest.toSeconds())
                .isPresent();
    }

    @Override
    public void endTurn(String realmId, UUID integrationId) {
        sql.change("delete from realm_turn where realm_id = ? and integration_id = ?", realmId, integrationId);
    }

    private static Wiring wiring(ResultSet row) throws SQLException {
        return new Wiring(
                row.getObject("integration_id", UUID.class),
                row.getString("store_id"),
                Goal.valueOf(row.getString("goal")),
                row.getLong("generation"),
                Sql.json(row.getString(5), Execution.class),
                Sql.json(row.getString(6), IntegrationSpec.class),
                Sql.json(row.getString(7), UserPool.class),
                Sql.json(row.getString(8), Deletion.class),
                row.getString("causation_id"),
                WiringState.valueOf(row.getString("state")),
                row.getInt("attempt"));
    }
}
