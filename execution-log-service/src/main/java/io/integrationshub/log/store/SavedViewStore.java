package io.integrationshub.log.store;

import io.integrationshub.log.application.SavedViews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@link SavedViews} in PostgreSQL. */
@ApplicationScoped
class SavedViewStore implements SavedViews {
    private static final String SAVE = """
            insert into saved_view (store_id, owner, name, query)
            select ?, ?, ?, ? where ? > (select count(*) from saved_view where store_id = ? and owner = ? and name <> ?)
            on conflict (store_id, owner, name) do update set query = excluded.query""";

    private final Database database;

    SavedViewStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedView> of(String storeId, String owner) {
        return database.query(
                "select name, query from saved_view where store_id = ? and owner = ? order by lower(name), name",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setString(2, owner);
                },
                row -> new SavedView(row.getString(1), row.getString(2)));
    }

    @Override
    public boolean save(String storeId, String owner, SavedView view) {
        return database.update(SAVE, statement -> {
                    statement.setString(1, storeId);
                    statement.setString(2, owner);
                    statement.setString(3, view.name());
                    statement.setString(4, view.query());
                    statement.setInt(5, MOST);
                    statement.setString(6, storeId);
                    statement.setString(7, owner);
                    statement.setString(8, view.name());
                })
                == 1;
    }

    @Override
    public void forget(String storeId, String owner, String name) {
        database.update("delete from saved_view where store_id = ? and owner = ? and name = ?", statement -> {
            statement.setString(1, storeId);
            statement.setString(2, owner);
            statement.setString(3, name);
        });
    }
}
