package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Guards the store and keeps it on disk: every write is in the state file (written beside it, then moved over it)
 * before its answer leaves. Writers that arrive together share one save.
 */
final class State {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock saving = new ReentrantLock();
    private final Optional<Path> file;
    private Store store;
    private long version;
    private long savedVersion;

    State(Optional<Path> file) {
        this.file = file;
        this.store = new Store(file.filter(Files::exists).map(State::load).orElseGet(Json::object));
    }

    <T> T read(Function<Store, T> question) {
        lock.lock();
        try {
            return question.apply(store);
        } finally {
            lock.unlock();
        }
    }

    <T> T write(Function<Store, T> change) {
        T result;
        long written;
        lock.lock();
        try {
            result = change.apply(store);
            written = ++version;
        } finally {
            lock.unlock();
        }
        save(written);
        return result;
    }

    void clear() {
        write(old -> store = new Store(Json.object()));
    }

    /** A copy without client secrets, secret keys and signing keys. */
    ObjectNode masked() {
        ObjectNode copy = read(current -> current.root().deepCopy());
        copy.path("Accounts").forEach(account -> ((ObjectNode) account).put("secretAccessKey", "***"));
        copy.path("Pools").forEach(State::mask);
        return copy;
    }

    private static void mask(JsonNode pool) {
        if (pool.has("SigningKey")) {
            ((ObjectNode) pool).put("SigningKey", "***");
        }
        pool.path("Clients").forEach(client -> {
            if (client.has("ClientSecret")) {
                ((ObjectNode) client).put("ClientSecret", "***");
            }
        });
    }

    private void save(long written) {
        if (file.isEmpty()) {
            return;
        }
        saving.lock();
        try {
            if (savedVersion >= written) {
                return;
            }
            long[] current = new long[1];
            byte[] bytes = read(content -> {
                current[0] = version;
                return Json.write(content.root());
            });
            replace(file.get().toAbsolutePath(), bytes);
            savedVersion = current[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            saving.unlock();
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        // A temporary file is readable by its owner only, which the secrets in it need.
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode load(Path file) {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The state file " + file + " cannot be read", e);
        }
    }
}
