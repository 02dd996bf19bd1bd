package io.integrationshub.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder for temporary files that are shared by all runs of one user and by nobody else. */
final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /**
     * The folder of this user, created where missing.
     *
     * @throws IllegalStateException when a folder of that name is somebody else's or open to others: programs are run from
     *     it, so whoever can write there could make this user run anything
     */
    static Path ofThisUser() {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), "integrations-hub-" + System.getProperty("user.name"));
        try {
            create(folder);
            PosixFileAttributes found =
                    Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isDirectory() || !found.permissions().equals(OWNER_ONLY) || !isOwn(found)) {
                throw new IllegalStateException(folder + " is not a private folder of this user: remove it");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            // From an earlier run, or planted: looked at next.
        }
    }

    /** A file made now is owned by this user, whatever the user is called. */
    private static boolean isOwn(PosixFileAttributes found) throws IOException {
        Path own = Files.createTempFile("integrations-hub", "");
        try {
            return Files.getOwner(own).equals(found.owner());
        } finally {
            Files.delete(own);
        }
    }
}
