package io.integrationshub.local.commerce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;

/** The ledger behind one lock, saved after each write: what a reply says is on disk before the reply leaves. */
final class Records {

    private final Optional<Path> file;
    private Ledger ledger;

    private Records(Optional<Path> file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
    }

    static Records open(Optional<Path> file) {
        return new Records(file, file.filter(Files::exists).map(Records::load).orElseGet(Ledger::seeded));
    }

    synchronized <T> T read(Function<Ledger, T> reading) {
        return reading.apply(ledger);
    }

    /** {@code writing} checks first and changes last: when it throws, nothing has changed. */
    synchronized <T> T write(Function<Ledger, T> writing) {
        var result = writing.apply(ledger);
        save();
        return result;
    }

    synchronized void reset() {
        ledger = Ledger.seeded();
        save();
    }

    private static Ledger load(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Ledger.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The state file of the Commerce stand-in is unreadable: " + file, e);
        }
    }

    private void save() {
        file.ifPresent(target -> {
            try {
                var folder = target.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                var draft = Files.createTempFile(folder, target.getFileName().toString(), ".tmp");
                Json.MAPPER.writeValue(draft.toFile(), ledger);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("The Commerce stand-in cannot write " + target, e);
            }
        });
    }
}
