package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that outlives a run: broker and database files, stand-ins, keysets, logs. One launcher at a time has it. */
final class State implements AutoCloseable {
    private static final String LOCK = "lock";
    /** It holds private keysets and the stand-ins' secrets. */
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final int SESSION_SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;

    private State(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws LaunchException when another launcher has it
     */
    static State take(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LaunchException("Another deploy/local/up is running on " + folder + ": stop it first");
            }
            return new State(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything but the lock. */
    void wipe() {
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(child -> !child.endsWith(LOCK)).forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path keysets() {
        return folder.resolve("keysets");
    }

    /** Made once and kept, so that a restart signs nobody out. */
    String sessionSecret() {
        Path file = folder.resolve("session-secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SESSION_SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path standIn(String name) {
        return folder.resolve(name + ".json");
    }

    /** Ids of the services' processes, for whoever has to clean up after a killed launcher. */
    Path processes() {
        return folder.resolve("processes");
    }

    Path log(String part) {
        Path logs = folder.resolve("logs");
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logs.resolve(part + ".log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
